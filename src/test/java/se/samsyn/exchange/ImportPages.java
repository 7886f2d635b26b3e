package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.HtmlUtils;
import se.samsyn.organisation.Unit;

/** The pages of the import as somebody uses them, in Swedish. */
record ImportPages(MockMvc mvc, UserDetails reader) {

    /** Sends a file for the housing instrument; gives the address of its first page. */
    String sent(byte[] content, Unit unit, String mapping) throws Exception {
        return Objects.requireNonNull(go(multipart("/import")
                        .file(new MockMultipartFile("file", "fil.csv", "text/csv", content))
                        .param("unit", unit.id().toString())
                        .param("instrument", "boende")
                        .param("mapping", mapping))
                .getRedirectedUrl());
    }

    String sent(String text, Unit unit) throws Exception {
        return sent(text.getBytes(StandardCharsets.UTF_8), unit, "");
    }

    /** A page that exists, with its characters as they are read. */
    String page(String path) throws Exception {
        return HtmlUtils.htmlUnescape(text(path));
    }

    String text(String path) throws Exception {
        MockHttpServletResponse response = go(get(path));
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /** Fields are pairs of name and value. */
    MockHttpServletResponse post(String path, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return go(request);
    }

    /** Presses a button and follows to where it leads. */
    String posted(String path, String... fields) throws Exception {
        return Objects.requireNonNull(post(path, fields).getRedirectedUrl());
    }

    /** The page of a job when it has ended. */
    String ended(String job) throws Exception {
        String shown = page(job);
        for (int i = 0; i < 300 && shown.contains("Läser in …"); i++) {
            Thread.sleep(50);
            shown = page(job);
        }
        return shown;
    }

    MockHttpServletResponse go(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(user(reader)).with(csrf()).locale(Locale.of("sv")))
                .andReturn()
                .getResponse();
    }
}
