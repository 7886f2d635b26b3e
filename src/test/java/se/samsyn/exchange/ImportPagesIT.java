package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;

@SpringBootTest(properties = "samsyn.data=target/import-pages")
@AutoConfigureMockMvc
class ImportPagesIT {

    private static final PlaceCode MORA = new PlaceCode("2062");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private UserDetailsService users;

    @Autowired
    private Organisations organisations;

    private UserDetails developer = org.springframework.security.core.userdetails.User.withUsername("none")
            .password("none")
            .build();
    private Unit unit = ExchangeExamples.UNIT;

    @BeforeEach
    void openUnitAndAccount() {
        String name = "import-" + UUID.randomUUID();
        var organisation = organisations.found(name, OrganisationKind.MUNICIPAL, MORA);
        unit = organisations.open(organisation, name, UnitKind.AUTHORITY, ServiceArea.HOUSING, MORA);
        accounts.open(name, "ett långt lösenord", "Kim Prov", Role.QUALITY_DEVELOPER, MORA, Optional.empty());
        developer = users.loadUserByUsername(name);
    }

    @Test
    void takesAFileFromSendingToDone() throws Exception {
        String upload = sent("id;kön;hur mår du\nA1;kvinna;1\nA2;man;2\n");

        assertThat(page(upload)).contains("hur mår du", "semikolon");
        assertThat(page(upload + "/koppling")).contains("role.0", "wave.1");
        String next = Objects.requireNonNull(go(post(upload + "/koppling")
                        .param("shape", "case")
                        .param("role.0", "case:local-id")
                        .param("role.1", "trait:sex")
                        .param("opened", "2025-01-10")
                        .param("name", ""))
                .getRedirectedUrl());
        assertThat(page(next)).contains("2 ärenden");
        String job = Objects.requireNonNull(go(post(upload + "/kor")).getRedirectedUrl());
        String shown = page(job);
        for (int i = 0; i < 100 && shown.contains("Läser in"); i++) {
            Thread.sleep(100);
            shown = page(job);
        }
        assertThat(shown).contains("2 nya, 0 ändrade, 0 som förut");
        assertThat(go(get(upload)).getStatus()).isEqualTo(404);
    }

    @Test
    void listsProblemsAndRefusesToRun() throws Exception {
        String upload = sent("id;kön;öppnat\nA1;9;2025-02-30\n");
        go(post(upload + "/koppling")
                .param("shape", "case")
                .param("role.0", "case:local-id")
                .param("role.1", "trait:sex")
                .param("role.2", "trait:opened"));

        assertThat(page(upload + "/prov")).contains("Dagen 2025-02-30 finns inte", "Rätta datumet");
        assertThat(go(post(upload + "/kor")).getRedirectedUrl()).endsWith("/prov");
        assertThat(page(upload + "/problem.csv")).contains("2;öppnat;Dagen 2025-02-30 finns inte.;Rätta datumet.");
    }

    @Test
    void showsWhatIsWrongWithAFile() throws Exception {
        assertThat(page(sent("id;x\n1;\"två\n"))).contains("citattecken", "Rad");
        assertThat(page(sent(""))).contains("Filen är tom");
    }

    private String sent(String text) throws Exception {
        var file = new MockMultipartFile("file", "fil.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(go(multipart("/import")
                        .file(file)
                        .param("unit", unit.id().toString())
                        .param("instrument", "boende"))
                .getRedirectedUrl());
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse response = go(get(path));
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse go(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(user(developer)).with(csrf()).locale(java.util.Locale.of("sv")))
                .andReturn()
                .getResponse();
    }
}
