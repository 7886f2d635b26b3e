package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samsyn.access.Role;
import se.samsyn.database.TestDatabase;

/** Every address there is, for every role, at the own unit and place and at another's, and for nobody. */
@SpringBootTest(
        properties = {
            "samsyn.demo=true",
            "samsyn.test.own-database=true",
            "samsyn.data=target/addresses",
            "samsyn.results.age=PT0S"
        })
@AutoConfigureMockMvc
@Import({AddressExamples.class, AddressExamples.Doors.class})
class AddressesIT {

    /**
     * Who is let in where: at home, and at another unit or place. A letter is a role: c caseworker, m unit manager, q quality
     * developer, r regional and n national analyst, a auditor, s administrator; * is everybody signed in, - nobody, and open needs
     * no sign-in at all; = says that the address names no unit or place. Words in braces stand for something of the unit's or place's; what follows are the fields sent along.
     */
    static final String TABLE = """
            GET  /                                                *      *
            GET  /halsa                                           open   open
            POST /val                                             open   open   name=lang value=sv back=/
            GET  /logga-in                                        open   open
            POST /demo/valj                                       open   open   username={username}
            GET  /engangskod                                      open   open
            POST /engangskod                                      open   open   code=x
            GET  /tvasteg                                         *      *
            POST /tvasteg                                         *      *      code=x
            POST /tvasteg/koder                                   *      *      code=x
            POST /tvasteg/byt                                     *      *      code=x
            GET  /sessioner                                       *      *
            POST /sessioner/{case}/avsluta                        -      =
            POST /sessioner/andra                                 *      *
            GET  /losenord                                        *      *
            POST /losenord                                        *      *      present=x wanted=y repeated=z
            GET  /logg                                            a      =
            GET  /logg.csv                                        a      =
            GET  /loggkontroll                                    a      =
            POST /loggkontroll                                    a      =      manad={month}
            GET  /loggkontroll/{check}                            a      -
            POST /loggkontroll/{check}                            a      -
            POST /loggkontroll/{check}/signera                    a      -
            GET  /loggkontroll/{check}/rapport                    a      -
            GET  /konton                                          s      =
            POST /konton                                          s      -      name=Ny username={new} role=QUALITY_DEVELOPER place={place}
            POST /konton/enhet                                    s      -      name={new} municipality={place} kind=AUTHORITY area=VIOLENCE
            POST /konton/{account}/lage                           s      -      active=true
            POST /konton/{account}/losenord                       s      -
            POST /konton/{account}/tvasteg                        s      -
            POST /konton/{account}/sessioner                      s      -
            GET  /konton/fil                                      s      =
            POST /konton/fil                                      s      =      file={file}
            POST /konton/fil/gor                                  s      =
            GET  /att-gora                                        cm     =
            GET  /arenden                                         cm     =
            GET  /arenden/nytt                                    c      =
            POST /arenden                                         c      =      instrument=allman sex=WOMAN birthYear=1990 identity=OPEN wayIn=REPORT opened={today} localId={new}
            GET  /arenden/sok                                     cm     =
            POST /arenden/sok                                     cm     =      id=A
            GET  /arenden/{case}                                  cm     -
            GET  /andamal                                         cm     -      arende={case}
            POST /andamal                                         cm     -      arende={case} purpose=FOLLOW_UP
            POST /arenden/{case}/tillfallen                       c      -      phase=DURING date={today}
            POST /arenden/{case}/uppgifter                        c      -      revision=1 sex=MAN identity=OPEN wayIn=REPORT
            POST /arenden/{case}/avsluta                          c      -      revision=99 date={today} reason=SUPPORT_COMPLETED
            POST /arenden/{case}/ateroppna                        c      -      revision=99
            POST /arenden/{case}/ta-bort                          c      -
            POST /arenden/{case}/insatser                         c      -      kind=SHELTER started={today}
            POST /arenden/{case}/insatser/{support}/stopp         c      -      stopped={today}
            POST /arenden/{case}/insatser/{support}/ta-bort       c      -
            POST /arenden/{case}/mal                              c      -      text=Bo weight=PART scale=FIVE_LEVELS set={today}
            POST /arenden/{case}/mal/{goal}/bedomning             c      -      step=PARTLY_REACHED date={today}
            POST /arenden/{case}/mal/{goal}/ta-bort               c      -
            GET  /tillfallen/{occasion}                           cm     -
            POST /tillfallen/{occasion}/utkast                    c      -      revision=1 page={case} turn=1
            POST /tillfallen/{occasion}                           c      -      revision=1 page={case} turn=1
            POST /tillfallen/{occasion}/ateroppna                 c      -      revision=99
            POST /tillfallen/{occasion}/kasta                     c      -
            GET  /gallring                                        mqas   =
            POST /gallring/forslag                                m      =      arende={case}
            POST /gallring/undantag                               m      -      arende={case} svar=NONE
            POST /gallring/fodda                                  m      -      arende={case} svar=ANOTHER_DAY
            GET  /gallring/arende/{case}                          m      -
            POST /gallring/arende/{case}                          m      -      born=UNSAID
            GET  /gallring/forslag/{erasure}                      mqas   -
            POST /gallring/forslag/{erasure}/gallra               mq     -      kontrollerat=true
            POST /gallring/forslag/{erasure}/avsla                mq     -
            POST /gallring/forslag/{erasure}/aterta               m      -
            GET  /gallring/regler                                 mqas   =
            POST /gallring/regler                                 qs     =      instrument=allman basis=COMPILATION
            GET  /utlamnande                                      mqa    =
            GET  /utlamnande/nytt                                 m      =      instrument=allman
            POST /utlamnande                                      m      =      instrument=allman since={today} until={today} variables=case:SEX reason=Samverkan-om-stöd recipient=Regionen
            GET  /utlamnande/{handout}                            mqa    -
            POST /utlamnande/{handout}/godkann                    mq     -
            POST /utlamnande/{handout}/avsla                      mq     -
            POST /utlamnande/{handout}/hamta                      m      -
            POST /utlamnande/{handout}/aterkalla                  mq     -
            GET  /registerutdrag/{case}                           cm     -
            POST /registerutdrag/{case}                           cm     -      begart=true
            GET  /fryst                                           cmqrn  =
            GET  /fryst/{case}                                    -      =      plats={place}
            GET  /fryst/{case}/{table}.csv                        -      =
            GET  /fryst/{case}/{table}.xlsx                       -      =
            GET  /resultat                                        cmqrn  cmqrn  plats={place}
            GET  /export/{table}.csv                              cmqrn  cmqrn
            GET  /export/{table}.xlsx                             cmqrn  cmqrn
            GET  /korstabell                                      qrn    =
            GET  /korstabell.csv                                  qrn    =      data=allman rad=sex
            GET  /korstabell.xlsx                                 qrn    =      data=allman rad=sex
            POST /korstabell/spara                                qrn    =      namn=A adress=rad=sex
            POST /korstabell/avbryt/{case}                        -      =
            POST /korstabell/glom/{case}                          -      =
            GET  /register                                        qrn    =
            POST /register                                        qrn    =      name=x title=X file={file} codebook={file}
            POST /register/avbryt/{case}                          -      =
            POST /register/{key}/ta-bort                          -      =
            GET  /slapp                                           cmqrn  =
            POST /slapp                                           qrn    =      data=allman tabeller=a,b,c,d,e,f
            POST /slapp/avbryt/{case}                             -      =
            GET  /slapp/forslag/{case}                            -      =
            POST /slapp/forslag/{case}                            -      =      namn=A
            GET  /slappt/{case}                                   -      =
            GET  /slappt/{case}/celler.json                       -      =
            GET  /slappt/{case}/tabeller.csv                      -      =
            GET  /indikatorer                                     cmqrn  =
            GET  /indikatorer/{indicator}                         cmqrn  =
            POST /indikatorer/{indicator}/anvand                  qrn    =
            POST /indikatorer/{indicator}/beslut                  qrn    =      onskat=LOW
            POST /indikatorer/{indicator}/brott                   qrn    =      ar=2020 skal=A
            GET  /jamfor/{indicator}                              cmqrn  =
            GET  /avvikelser                                      cmqrn  =
            GET  /mal                                             cmqrn  =
            POST /mal                                             qrn    =      indicator={indicator} year=2030 sex=T value=5 bound=AT_MOST
            POST /mal/{case}/ta-bort                              -      =
            GET  /kallor                                          cmqrn  =
            POST /kallor                                          qrn    =      key=prov-kalla name=Prov publisher=Prov kind=SURVEY address= about= gathered=SURVEY extent=SAMPLE corrected=NO validated=NO population= note=
            GET  /egna-indikatorer                                cmqrn  =
            POST /egna-indikatorer                                qrn    =
            POST /egna-indikatorer/{indicator}/rakna              qrn    =
            GET  /egna-indikatorer/{indicator}                    -      =
            POST /egna-indikatorer/{indicator}/bort               -      =
            GET  /vald-i-nara-relation                            cmqrn  =
            GET  /indikatorimport                                 qrn    =
            POST /indikatorimport                                 qrn    =      file={file}
            POST /indikatorimport/kolada                          qrn    =      nyckeltal=N00945 ar=x
            POST /indikatorimport/pxweb                           qrn    =      tabell=TAB1 urval=x
            POST /indikatorimport/avbryt/{case}                   -      =
            POST /indikatorimport/karta/bort                      qrn    =      niva=REGION
            POST /indikatorimport/karta                           qrn    =      file={file}
            GET  /indikatorfil/{indicator}.{form}                 cmqrn  =
            GET  /import                                          mq     =
            POST /import                                          mq     -      unit={unit} instrument=boende file={file}
            GET  /import/{upload}                                 mq     -
            POST /import/{upload}/lasning                         mq     -
            GET  /import/{upload}/koppling                        mq     -
            POST /import/{upload}/koppling                        mq     -      shape=case role.0=case:local-id role.1=trait:sex opened=2025-01-10 name=
            GET  /import/{upload}/prov                            mq     -
            GET  /import/{upload}/problem.csv                     mq     -
            POST /import/{upload}/kor                             mq     -
            GET  /import/jobb/{job}                               mq     -
            POST /import/jobb/{job}/avbryt                        mq     -
            GET  /formular                                        *      =
            GET  /formular/{key}                                  *      =
            GET  /formular/{key}/forhandsgranska                  *      =
            POST /formular/{key}/utkast                           qrn    =
            GET  /formular/{key}/utkast                           qrn    =
            GET  /formular/{key}/utkast/fraga                     qrn    =      typ=SINGLE
            POST /formular/{key}/utkast/fraga                     qrn    =      typ=SINGLE
            GET  /formular/{key}/utkast/fraga/{variable}          qrn    =
            POST /formular/{key}/utkast/fraga/{variable}/upp      qrn    =
            POST /formular/{key}/utkast/fraga/{variable}/bort     qrn    =
            GET  /formular/{key}/utkast/ta-i-bruk                 qrn    =
            POST /formular/{key}/utkast/ta-i-bruk                 qrn    =
            POST /formular/{key}/utkast/kasta                     qrn    =
            """;

    private static final Set<HttpStatus> REFUSED =
            Set.of(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private AddressExamples examples;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapped;

    private final List<Line> lines = TABLE.lines().map(Line::of).toList();

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void begin() {
        examples.begin();
    }

    @Test
    void everyAddressStandsInTheTable() {
        Set<String> there = mapped.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPathPatternsCondition().getPatternValues().stream()
                        .flatMap(path ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + path)))
                .map(AddressesIT::shape)
                .collect(Collectors.toCollection(TreeSet::new));
        var listed = lines.stream()
                .map(line -> shape(line.method() + " " + line.path()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(there).isNotEmpty();
        assertThat(listed).isEqualTo(there);
    }

    @Test
    void letsInWhomTheTableSaysAndNobodyElse() {
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            for (var role : Role.values()) {
                judge(line, role, AddressExamples.At.HOME, line.home(), wrong);
                if (!line.elsewhere().equals("=")) {
                    judge(line, role, AddressExamples.At.ELSEWHERE, line.elsewhere(), wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void asksStrangersToSignInEverywhereElse() {
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var answer = examples.send(
                    pages, line.method(), line.path(), line.fields(), AddressExamples.At.HOME, Role.CASEWORKER, null);
            boolean open = line.home().equals("open");
            boolean asked =
                    String.valueOf(answer.getResponse().getRedirectedUrl()).endsWith("/logga-in")
                            || answer.getResponse().getStatus() == 401;
            if (open == asked) {
                wrong.add(line.method() + " " + line.path() + ": "
                        + answer.getResponse().getStatus());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void deniesAPageThatNamesNobody() throws NoSuchMethodException {
        var address = RequestMappingInfo.paths("/prov/bortglomd")
                .methods(RequestMethod.GET)
                .options(mapped.getBuilderConfiguration())
                .build();
        mapped.registerMapping(address, new Forgotten(), Forgotten.class.getDeclaredMethod("page"));
        try {
            for (var role : Role.values()) {
                assertThat(pages.get().uri("/prov/bortglomd").with(user(examples.person(role))))
                        .hasStatus(HttpStatus.NOT_FOUND);
            }
        } finally {
            mapped.unregisterMapping(address);
        }
    }

    private void judge(Line line, Role role, AddressExamples.At at, String letters, List<String> wrong) {
        var answer = examples.send(pages, line.method(), line.path(), line.fields(), at, role, examples.person(role));
        var status = HttpStatus.valueOf(answer.getResponse().getStatus());
        boolean in = !REFUSED.contains(status) && !toSignIn(answer);
        boolean expected = letters.equals("*") || letters.equals("open") || letters.indexOf(letter(role)) >= 0;
        if (in != expected || status.is5xxServerError()) {
            wrong.add(line.method() + " " + line.path() + " " + role + " " + at + ": " + status.value()
                    + (expected ? " but is to be let in" : " but is to be refused"));
        }
    }

    private static boolean toSignIn(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getRedirectedUrl()).contains("/logga-in");
    }

    static char letter(Role role) {
        return switch (role) {
            case CASEWORKER -> 'c';
            case UNIT_MANAGER -> 'm';
            case QUALITY_DEVELOPER -> 'q';
            case REGIONAL_ANALYST -> 'r';
            case NATIONAL_ANALYST -> 'n';
            case AUDITOR -> 'a';
            case ADMINISTRATOR -> 's';
        };
    }

    /** All lines of the table. */
    static List<Line> table() {
        return TABLE.lines().map(Line::of).toList();
    }

    /** The address without the names of what varies in it. */
    private static String shape(String address) {
        return address.replaceAll("\\{[^}]*}", "{}");
    }

    /** A line of the table. */
    record Line(String method, String path, String home, String elsewhere, List<String> fields) {

        static Line of(String text) {
            var words = List.of(text.strip().split("\\s+"));
            return new Line(words.get(0), words.get(1), words.get(2), words.get(3), words.subList(4, words.size()));
        }
    }

    /** A page whose author forgot to say who may reach it. */
    static final class Forgotten {

        @ResponseBody
        String page() {
            return "open to all";
        }
    }
}
