package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Somebody who is not the proxy says that a request came by TLS, from elsewhere and by another name. */
@TestPropertySource(properties = "server.tomcat.remoteip.internal-proxies=192.0.2.7/32")
class ProxyIT extends OverHttp {

    @Test
    void onlyTheProxyIsBelieved() {
        var page = stranger()
                .get(
                        "/arenden",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-Port",
                        "1",
                        "X-Forwarded-Prefix",
                        "/evil",
                        "Forwarded",
                        "host=evil.example;proto=https");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(
                        to -> assertThat(to).doesNotContain("evil", "https").endsWith("/logga-in"));
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
}
