package se.samsyn.exchange.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.MockMvc;
import picocli.CommandLine;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.IndicatorImports;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.organisation.Organisations;

/** Indicators come in by the page and by the command, and go out in each form so that they can come in again as they were. */
@SpringBootTest(properties = {"samsyn.data=target/indicator-files", "samsyn.kolada=http://127.0.0.1:9/v3"})
@AutoConfigureMockMvc
class IndicatorFilesIT {

    private static final String VALUES = """
            indikator;titel;beskrivning;skala;decimaler;plats;ar;kon;grupp;gruppnamn;varde;taljare;namnare
            %1$s;Känner sig trygga, andel (%%);'=1+1;procent;1;2080;2024;T;;;12,5;10;80
            %1$s;;;;;2080;2024;K;;;..;;
            %1$s;;;;;2080;2024;M;;;saknas;;
            %1$s;;;;;20;2024;T;;;.;;
            %1$s;;;;;SE;2024;T;;;0;;
            %1$s;;;;;2080;2023;T;lag;Låg utbildning;-11,25;;
            """;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private IndicatorImports imports;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    @TempDir
    private Path folder;

    private UserDetails developer;

    @BeforeEach
    void open() {
        developer = SignedInAs.of(accounts, Role.QUALITY_DEVELOPER, SignedInAs.unit(organisations));
        SecurityContextHolder.clearContext();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private record Ended(int code, String said) {}

    private Ended run(String... arguments) {
        var said = new StringWriter();
        int code = new CommandLine(house.getAutowireCapableBeanFactory().createBean(IndicatorCommand.class))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
        return new Ended(code, said.toString());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Map<String, String> values(String key) {
        return catalogue.values(List.of(new IndicatorKey(key))).stream()
                .collect(Collectors.toMap(
                        value -> IndicatorExamples.told(value).replaceFirst(": .*", ""),
                        value -> IndicatorExamples.told(value).replaceFirst(".*: ", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "px", "json"})
    void whatGoesOutComesInAgainAsItWas(String form) throws Exception {
        String key = "ut-" + form;
        Ended first =
                run("import", file("in.csv", VALUES.formatted(key)).toString(), "--source=prov", "--source-name=Prov");
        assertThat(first.said()).contains("6 värden, varav 6 nya");
        assertThat(first.code()).isZero();
        List<Observation> before = catalogue.values(List.of(new IndicatorKey(key)));
        Path out = folder.resolve("ut." + form);
        assertThat(run("export", key, "--as", form, "--to", out.toString()).code())
                .isZero();

        Ended again = run("import", out.toString(), "--source=prov");

        assertThat(again.said()).contains("0 ändrade; 0 borttagna");
        assertThat(again.code()).isZero();
        assertThat(values(key))
                .containsAllEntriesOf(before.stream()
                        .collect(Collectors.toMap(
                                value -> IndicatorExamples.told(value).replaceFirst(": .*", ""),
                                value -> IndicatorExamples.told(value).replaceFirst(".*: ", ""))));
        if (form.equals("csv") || form.equals("xlsx")) {
            assertThat(catalogue.values(List.of(new IndicatorKey(key)))).containsExactlyInAnyOrderElementsOf(before);
            assertThat(catalogue.find(new IndicatorKey(key)).orElseThrow().description())
                    .isEqualTo("=1+1");
        }
        if (form.equals("csv")) {
            assertThat(Files.readString(out)).contains("'=1+1", "Källa: Prov", ";..;", ";saknas;", ";.;", ";-11,25;");
        }
    }

    @Test
    void theCommandListsShowsAndRefuses() throws Exception {
        run("import", file("in.csv", VALUES.formatted("kommando")).toString(), "--source=prov", "--source-name=Prov");
        assertThat(run("list", "kommando").said()).contains("kommando", "Känner sig trygga", "1 indikator");
        assertThat(run("show", "kommando", "--place", "2080").said())
                .contains("Källa: Prov", "2024 T", "12,5", "2024 K", "..", "saknas");
        assertThat(run("show", "finns-inte").code()).isEqualTo(1);
        assertThat(run("import").code()).isEqualTo(2);
        assertThat(run("import", folder.resolve("nej.csv").toString()).code()).isEqualTo(2);
        assertThat(run("import", "--kolada", "N00945", "--years", "igår").code())
                .isEqualTo(2);
        assertThat(run(
                                "export",
                                "kommando",
                                "--as",
                                "doc",
                                "--to",
                                folder.resolve("x").toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void nothingOfAnythingIsStoredWhereOneFileIsBad() throws Exception {
        int before = imports.latest().size();
        Ended ended = run(
                "import",
                file("bra.csv", VALUES.formatted("halv")).toString(),
                file("dalig.csv", VALUES.formatted("halv2").replace(";2023;", ";x;"))
                        .toString(),
                "--source=prov-halv",
                "--source-name=Prov halv");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("Inget lästes in", "dalig.csv, rad 7, kolumn ar");
        assertThat(imports.latest()).hasSize(before);
        assertThat(catalogue.find(new IndicatorKey("halv"))).isEmpty();
        assertThat(catalogue.source("prov-halv")).isEmpty();
    }

    @Test
    void valuesOfWhatNobodyHasDescribedTakeTheOtherFilesBack() throws Exception {
        Ended ended = run(
                "import",
                file("a.csv", VALUES.formatted("ett")).toString(),
                file(
                                "kolada.json",
                                "{\"values\":[{\"kpi\":\"N99999\",\"municipality\":\"2080\",\"period\":2024,\"values\":[{\"gender\":\"T\",\"value\":1}]}]}")
                        .toString(),
                "--source=prov",
                "--source-name=Prov");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("N99999");
        assertThat(catalogue.find(new IndicatorKey("ett"))).isEmpty();
    }

    @Test
    void whereThereIsNoNetTheAnswerSaysWhatToDo() {
        assertThat(run("import", "--kolada", "N00945", "--places", "2080", "--years", "2024")
                        .said())
                .contains("Inget lästes in", "sparade svar");
    }

    private String answer(MockHttpServletResponse sent) throws Exception {
        String where = Objects.requireNonNull(sent.getRedirectedUrl(), sent::toString);
        for (int tries = 0; tries < 60; tries++) {
            String page = mvc.perform(get(where).with(user(developer)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            if (!page.contains("hx-trigger")) {
                return page;
            }
        }
        throw new AssertionError("The import did not end");
    }

    private String sent(String name, String text) throws Exception {
        var file =
                new MockMultipartFile("file", name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
        return answer(mvc.perform(multipart("/indikatorimport")
                        .file(file)
                        .param("kallnamn", "Prov")
                        .with(user(developer))
                        .with(csrf()))
                .andReturn()
                .getResponse());
    }

    @Test
    void thePageTakesAFileAndSaysWhatCame() throws Exception {
        assertThat(sent("sida.csv", VALUES.formatted("sida")))
                .contains("sida.csv", "6 värden, varav 6 nya och 0 ändrade");
        assertThat(sent("sida.csv", VALUES.formatted("sida").replace("12,5", "13")))
                .contains("varav 0 nya och 1 ändrade");
        assertThat(values("sida")).containsEntry("sida 2080 2024 T", "13.0");
        assertThat(imports.latest().getFirst().source()).isEqualTo("prov");
    }

    @Test
    void thePageNamesWhatIsWrong() throws Exception {
        assertThat(sent("fel.csv", VALUES.formatted("fel").replace(";2080;2024;T;", ";9999;2024;T;")))
                .contains("Inget lästes in", "fel.csv, rad 2, kolumn plats", "Det finns ingen plats");
        assertThat(sent("fel.json", "<html></html>")).contains("webbsida");
        assertThat(catalogue.find(new IndicatorKey("fel"))).isEmpty();
    }

    @Test
    void thePageAsksKoladaAndSaysWhereItCannot() throws Exception {
        var asked = mvc.perform(post("/indikatorimport/kolada")
                        .param("nyckeltal", "inget id!, ,")
                        .param("ar", "x")
                        .with(user(developer))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(asked.getContentAsString(StandardCharsets.UTF_8)).contains("notice-error");
    }

    @Test
    void theFileIsForThoseWhoMayExport() throws Exception {
        sent("fil.csv", VALUES.formatted("fil"));
        for (String form : List.of("csv", "xlsx", "px", "json")) {
            var response = mvc.perform(get("/indikatorfil/fil." + form).with(user(developer)))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getHeader("Content-Disposition")).contains("fil." + form);
            assertThat(response.getContentAsByteArray()).isNotEmpty();
        }
        assertThat(mvc.perform(get("/indikatorfil/fil.doc").with(user(developer)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(mvc.perform(get("/indikatorfil/nej.csv").with(user(developer)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        UserDetails auditor = SignedInAs.of(accounts, Role.AUDITOR, SignedInAs.unit(organisations));
        assertThat(mvc.perform(get("/indikatorfil/fil.csv").with(user(auditor)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(mvc.perform(get("/indikatorimport").with(user(auditor)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
    }
}
