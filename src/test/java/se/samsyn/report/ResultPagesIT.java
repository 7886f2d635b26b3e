package se.samsyn.report;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import se.samsyn.database.TestDatabase;

@SpringBootTest(properties = {"samsyn.demo=true", "samsyn.test.own-database=true"})
@AutoConfigureMockMvc
@Import(ResultsWithExamples.Examples.class)
class ResultPagesIT {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvc web;

    @SuppressWarnings("NullAway.Init")
    private MockHttpSession session;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void signIn() throws Exception {
        session = (MockHttpSession) Objects.requireNonNull(
                web.perform(post("/demo/valj").param("username", "analytiker").with(csrf()))
                        .andReturn()
                        .getRequest()
                        .getSession());
    }

    @Test
    void answersEachOfTheSevenQuestionsWithTablesAndDerivation() throws Exception {
        for (String view :
                "who-we-meet what-they-need what-they-got how-it-went what-they-think who-is-lost data-quality"
                        .split(" ")) {
            web.perform(get("/resultat?instrument=example&plats=20&vy=" + view).session(session))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("<table>")))
                    .andExpect(content().string(containsString("Så är talen framtagna")))
                    .andExpect(content().string(containsString("/export/example.20.all.")))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void comparesTheSamePersonsAndSaysWhatCannotBeConcluded() throws Exception {
        web.perform(get("/resultat?instrument=example&plats=20&vy=how-it-went").session(session))
                .andExpect(content().string(containsString("Jämförda personer")))
                .andExpect(content().string(containsString("visar inte vad förändringen beror på")));
    }

    @Test
    void speaksEnglishToThoseWhoWantIt() throws Exception {
        web.perform(get("/resultat?instrument=example&plats=20")
                        .session(session)
                        .cookie(new Cookie("lang", "en")))
                .andExpect(content().string(containsString("Who we meet")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void showsAnEmptyStateWhereThereAreNoCases() throws Exception {
        web.perform(get("/resultat?instrument=example&plats=2034").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Inga resultat här ännu")));
    }

    @Test
    void answersNotFoundToNonsense() throws Exception {
        web.perform(get("/resultat?instrument=example&plats=nowhere").session(session))
                .andExpect(status().isNotFound());
        web.perform(get("/resultat?instrument=unknown&plats=20").session(session))
                .andExpect(status().isNotFound());
    }
}
