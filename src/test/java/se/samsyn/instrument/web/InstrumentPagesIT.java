package se.samsyn.instrument.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.samsyn.StatementCount;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;

@SpringBootTest
@AutoConfigureMockMvc
@Import(StatementCount.class)
class InstrumentPagesIT {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Accounts accounts;

    private UserDetails developer;

    @BeforeEach
    void signIn() {
        developer = account(Role.QUALITY_DEVELOPER, "2082");
    }

    @Test
    void listsTheInstrumentsInUseHere() {
        assertThat(get("/formular"))
                .hasStatusOk()
                .bodyText()
                .contains("Våld i nära relation", "Boende och hemlöshet", "Barn och unga")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"vald", "missbruk", "boende", "barn", "allman"})
    void showsEachInstrumentAndItsFormInBothLanguages(String key) {
        for (String lang : new String[] {"sv", "en"}) {
            assertThat(get("/formular/" + key, lang))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??", "&lt;title")
                    .contains("<em>");
            for (String phase : new String[] {"BEFORE", "DURING", "CLOSURE", "AFTER"}) {
                assertThat(get("/formular/" + key + "/forhandsgranska?phase=" + phase, lang))
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??")
                        .contains("type=\"radio\"")
                        .doesNotContain(" style=", "onclick", "=\"null\"");
            }
        }
    }

    @Test
    void writesAFieldThatEveryoneCanUse() {
        assertThat(get("/formular/vald/forhandsgranska"))
                .bodyText()
                .contains(
                        "name=\"a.trygghet\" value=\"10\"",
                        "value=\"!declined\"",
                        "Varför frågar vi?",
                        "name=\"s.barn_hemma\"",
                        "Svara bara om svaret på ”Hur många barn",
                        "aria-describedby=\"rule-barn_upplevt\"",
                        "data-show-if=\"{&quot;match&quot;:&quot;all&quot;");
    }

    @Test
    void takesAnOwnQuestionFromDraftIntoUse() {
        assertThat(post("/formular/allman/utkast")).hasStatus3xxRedirection();
        assertThat(get("/formular/allman/utkast"))
                .hasStatusOk()
                .bodyText()
                .contains("Lägg till en egen fråga")
                .doesNotContain("??");
        for (String kind : new String[] {"SINGLE", "MULTIPLE", "YES_NO", "SCALE", "NUMBER", "DATE", "TEXT"}) {
            assertThat(get("/formular/allman/utkast/fraga?typ=" + kind))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??");
        }
        assertThat(post("/formular/allman/utkast/fraga", "typ", "SINGLE", "textSv", "Hur fick du veta om oss?"))
                .hasStatus(422)
                .bodyText()
                .contains("Skriv varför ni frågar.", "Skriv minst två svarsalternativ.", "Hur fick du veta om oss?");
        assertThat(post(
                        "/formular/allman/utkast/fraga",
                        "typ",
                        "SINGLE",
                        "textSv",
                        "Hur fick du veta om oss?",
                        "whySv",
                        "För att nå fler.",
                        "theme",
                        "MEET",
                        "phases",
                        "BEFORE",
                        "direction",
                        "NONE",
                        "rule",
                        "tolk|IS|yes",
                        "optionSv",
                        "En vän",
                        "optionSv",
                        "Webben",
                        "optionEn",
                        "A friend",
                        "optionEn",
                        ""))
                .hasStatus3xxRedirection();
        String variable = "x2082_hur_fick_du_veta_om_oss";
        assertThat(get("/formular/allman/utkast/fraga/" + variable))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"en_van\"", "value=\"tolk|IS|yes\" selected");
        assertThat(get("/formular/allman/forhandsgranska?draft=true"))
                .bodyText()
                .contains("Kommunens egna frågor", "Hur fick du veta om oss?");
        assertThat(get("/formular/allman/utkast/ta-i-bruk"))
                .hasStatusOk()
                .bodyText()
                .contains("Nya frågor", "Hur fick du veta om oss?", "fryses")
                .doesNotContain("??");
        assertThat(post("/formular/allman/utkast/ta-i-bruk")).hasRedirectedUrl("/formular/allman?tagen");
        assertThat(get("/formular/allman?tagen"))
                .bodyText()
                .contains("har tagits i bruk", "1 av högst 10", "I bruk")
                .doesNotContain("??");
        assertThat(post("/formular/allman/utkast")).hasStatus3xxRedirection();
        assertThat(post("/formular/allman/utkast/fraga/" + variable + "/bort")).hasStatus3xxRedirection();
        assertThat(get("/formular/allman/utkast/ta-i-bruk")).bodyText().contains("Frågor som tas bort");
        assertThat(post("/formular/allman/utkast/kasta")).hasStatus3xxRedirection();
    }

    @Test
    void hasNothingToTakeIntoUseInADraftLikeTheVersionInUse() {
        post("/formular/missbruk/utkast");
        assertThat(get("/formular/missbruk/utkast/ta-i-bruk"))
                .bodyText()
                .contains("likadant som versionen som används")
                .doesNotContain(">Ta i bruk</button>");
        assertThat(post("/formular/missbruk/utkast/ta-i-bruk")).hasRedirectedUrl("/formular/missbruk/utkast/ta-i-bruk");
        assertThat(get("/formular/missbruk")).bodyText().contains("Fortsätt med utkastet");
        post("/formular/missbruk/utkast/kasta");
        assertThat(post("/formular/missbruk/utkast/ta-i-bruk")).hasRedirectedUrl("/formular/missbruk");
    }

    @Test
    void saysAtTheOptionsWhatIsWrongWithThem() {
        post("/formular/boende/utkast");
        assertThat(options("Ja", "", "ja", ""))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"fault-options\"", "Två svarsalternativ är lika", "href=\"#field-options\"");
        assertThat(options("Ja", "Yes", "", "No"))
                .hasStatus(422)
                .bodyText()
                .contains("finns bara på engelska", "value=\"No\"");
    }

    @Test
    void saysHowManyQuestionsThereIsRoomForBeforeThereIsNone() {
        post("/formular/vald/utkast");
        assertThat(get("/formular/vald/utkast")).bodyText().contains("Det ryms 10 till");
        for (int i = 0; i < 10; i++) {
            assertThat(yesOrNo("vald", "Fråga " + i + "?")).hasStatus3xxRedirection();
        }
        assertThat(get("/formular/vald/utkast"))
                .bodyText()
                .contains("fler ryms inte")
                .doesNotContain("Skriv frågan");
        assertThat(get("/formular/vald/utkast/fraga?typ=YES_NO")).hasRedirectedUrl("/formular/vald/utkast");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/barn", "/barn/utkast", "/barn/forhandsgranska?draft=true", "/barn/utkast/ta-i-bruk"})
    void needsAsManyStatementsForManyQuestionsAsForFew(String page) {
        post("/formular/barn/utkast");
        get("/formular" + page);
        var few = StatementCount.during(() -> get("/formular" + page));
        for (int i = 0; i < 5; i++) {
            assertThat(yesOrNo("barn", "Fråga " + i + "?")).hasStatus3xxRedirection();
        }
        get("/formular" + page);
        var many = StatementCount.during(() -> get("/formular" + page));
        post("/formular/barn/utkast/kasta");

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(14);
    }

    private MvcTestResult options(String sv, String en, String otherSv, String otherEn) {
        return post(
                "/formular/boende/utkast/fraga",
                "typ",
                "SINGLE",
                "textSv",
                "Fråga?",
                "whySv",
                "Därför.",
                "theme",
                "NEED",
                "phases",
                "BEFORE",
                "optionSv",
                sv,
                "optionEn",
                en,
                "optionSv",
                otherSv,
                "optionEn",
                otherEn);
    }

    private MvcTestResult yesOrNo(String instrument, String text) {
        return post(
                "/formular/" + instrument + "/utkast/fraga",
                "typ",
                "YES_NO",
                "textSv",
                text,
                "whySv",
                "Därför.",
                "theme",
                "NEED",
                "phases",
                "BEFORE");
    }

    @Test
    void refusesARuleOnAQuestionThatIsNotAskedAtTheSameTime() {
        post("/formular/barn/utkast");
        assertThat(post(
                        "/formular/barn/utkast/fraga",
                        "typ",
                        "YES_NO",
                        "textSv",
                        "Fråga?",
                        "whySv",
                        "Därför.",
                        "theme",
                        "NEED",
                        "phases",
                        "AFTER",
                        "rule",
                        "bor_med|IS|bada"))
                .hasStatus(422)
                .bodyText()
                .contains("inte ställs vid alla samma tillfällen");
    }

    @Test
    void hidesDraftsFromThoseWhoMayNotEdit() {
        developer = account(Role.AUDITOR, "2082");
        assertThat(get("/formular")).hasStatusOk();
        assertThat(get("/formular/vald")).hasStatusOk().bodyText().doesNotContain("Ändra de egna");
        assertThat(get("/formular/vald/utkast")).hasStatus(404);
        assertThat(post("/formular/vald/utkast")).hasStatus(404);
        assertThat(get("/formular/finns-inte")).hasStatus(404);
        assertThat(get("/formular/Inte_en_nyckel")).hasStatus(404);
    }

    private UserDetails account(Role role, String place) {
        String username = "sidor-" + UUID.randomUUID();
        accounts.open(username, "en lång och bra fras", "Prov", role, new PlaceCode(place), Optional.empty());
        return accounts.loadUserByUsername(username);
    }

    private MvcTestResult get(String path) {
        return get(path, "sv");
    }

    private MvcTestResult get(String path, String lang) {
        return pages.get()
                .uri(path)
                .with(user(developer))
                .cookie(new Cookie("lang", lang))
                .exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = pages.post().uri(path).with(user(developer)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
