package se.samsyn.table.crossing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;

/** A made-up register on its pages. */
abstract class RegisterPages {

    static final String CODEBOOK = """
            variabel;etikett;slag;kod;kodetikett;indelning;grupp
            id;Person;person;;;;
            kon;Kön;kategori;;;;
            kon;;;1;Kvinna;;
            kon;;;2;Man;;
            stad;Stad;kategori;;;;
            stad;;;a;Alfa;;
            stad;;;b;Beta;;
            stad;;;c;Gamma;;
            stad;;;a;;Kust;Vid kusten
            stad;;;b;;Kust;Vid kusten
            poang;Poäng;tal;;;;
            """;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    MockMvc web;

    @SuppressWarnings("NullAway.Init")
    MockHttpSession session;

    MockHttpSession as(String username) throws Exception {
        return (MockHttpSession) Objects.requireNonNull(
                web.perform(post("/demo/valj").param("username", username).with(csrf()))
                        .andReturn()
                        .getRequest()
                        .getSession());
    }

    static String rows(int persons) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder rows = new StringBuilder("id;kon;stad;poang\n");
        for (int person = 0; person < persons; person++) {
            String town = person < 3 ? "c" : random.nextBoolean() ? "a" : "b";
            rows.append("p%d;%d;%s;%d%n".formatted(person, 1 + random.nextInt(2), town, random.nextInt(40)));
        }
        return rows.toString();
    }

    ResultActions importRegister(String rows, String codebook) throws Exception {
        String begun = redirect(multipart("/register")
                .file(file("file", rows))
                .file(file("codebook", codebook))
                .param("name", "prov")
                .param("title", "Provregister")
                .session(session)
                .with(csrf()));
        return read(begun);
    }

    /** Where a request leads. */
    String redirect(RequestBuilder request) throws Exception {
        return Objects.requireNonNull(web.perform(request)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    static MockMultipartFile file(String name, String text) {
        return new MockMultipartFile(name, name + ".csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    ResultActions read(String address) throws Exception {
        return web.perform(get(address).session(session)).andExpect(status().isOk());
    }

    /** The first number of the row with that label. */
    int count(String address, String label) throws Exception {
        String csv = read(address).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        return csv.lines()
                .filter(line -> line.startsWith(label + ";"))
                .map(line -> line.split(";")[1].replaceAll("\\D", ""))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }
}
