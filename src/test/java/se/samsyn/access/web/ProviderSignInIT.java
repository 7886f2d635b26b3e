package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import se.samsyn.SignedInAs;
import se.samsyn.access.AccessLog;
import se.samsyn.access.AccountChange;
import se.samsyn.access.AccountChanges;
import se.samsyn.access.Actor;
import se.samsyn.access.LogLine;
import se.samsyn.access.LogQuery;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** Sign-in at a real authorization server, and what is done with answers that are not what was asked for. */
@TestPropertySource(properties = {"samsyn.oidc.claim=employeeHsaId", "samsyn.second-factor=demand"})
class ProviderSignInIT extends OverHttp {

    private static final PlaceCode FALUN = new PlaceCode("2080");
    private static final ProviderForTests PROVIDER = new ProviderForTests();

    @Autowired
    private AccountChanges changes;

    @Autowired
    private AccessLog log;

    private final String hsaId = "SE2321000016-" + UUID.randomUUID();
    private final String subject = UUID.randomUUID().toString();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("samsyn.oidc.issuer", PROVIDER::issuer);
        registry.add("samsyn.oidc.client", () -> ProviderForTests.CLIENT);
        registry.add("samsyn.oidc.secret", () -> ProviderForTests.SECRET);
        registry.add("samsyn.oidc.name", () -> "Falu kommun");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void offersTheProvider() {
        assertThat(stranger().get("/logga-in").body()).contains("Logga in med Falu kommun");
    }

    @Test
    void letsInThoseWithAnAccountWithoutPasswordOrCode() {
        var auditor = account(Role.AUDITOR, hsaId);
        var browser = stranger();

        assertThat(signIn(browser, ProviderSignInIT::nothing)).endsWith("/");
        assertThat(browser.get("/logg").statusCode()).isEqualTo(200);
        assertThat(events(auditor)).contains("SIGN_IN");
    }

    @Test
    void leadsBackToThePageAskedFor() {
        account(Role.AUDITOR, hsaId);
        var browser = stranger();
        browser.get("/logg");

        assertThat(signIn(browser, ProviderSignInIT::nothing)).contains("/logg");
    }

    @Test
    void beginsASessionUnderANewId() {
        account(Role.AUDITOR, hsaId);
        var browser = stranger();
        browser.get("/logga-in");
        var before = browser.cookies();
        signIn(browser, ProviderSignInIT::nothing);

        assertThat(browser.cookies()).isNotEqualTo(before).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOA3", "http://id.elegnamnden.se/loa/1.0/loa4"})
    void letsCaseReadersInWithEnoughAssurance(String level) {
        account(Role.CASEWORKER, hsaId);
        var browser = stranger();

        assertThat(signIn(browser, token -> token.claim("acr", level))).endsWith("/");
        assertThat(browser.get("/arenden").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("lowLevels")
    void refusesCaseReadersWithTooLittleAssurance(Consumer<JwtClaimsSet.Builder> token) {
        for (var role : List.of(Role.CASEWORKER, Role.UNIT_MANAGER)) {
            var id = "SE-" + UUID.randomUUID();
            var account = account(role, id);
            var browser = stranger();

            assertThat(signIn(browser, id, UUID.randomUUID().toString(), token)).endsWith("/logga-in?hos=LEVEL");
            assertThat(browser.get("/arenden").statusCode()).isEqualTo(302);
            assertThat(events(account)).contains("SIGN_IN_LOW_LEVEL").doesNotContain("SIGN_IN");
        }
    }

    static Stream<Consumer<JwtClaimsSet.Builder>> lowLevels() {
        return Stream.of(
                ProviderSignInIT::nothing,
                token -> token.claim("acr", "LOA2"),
                token -> token.claim("acr", ""),
                token -> token.claim("acr", "loa3 LOA3"),
                token -> token.claim("assurance", "LOA3"));
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void refusesAnAnswerThatIsNotWhatWasAskedFor(String what, Consumer<JwtClaimsSet.Builder> token) {
        account(Role.AUDITOR, hsaId);
        var browser = stranger();

        assertThat(signIn(browser, token)).as(what).endsWith("/logga-in?hos=FAILED");
        assertThat(browser.get("/logg").statusCode()).isEqualTo(302);
        assertThat(signIn(stranger(), ProviderSignInIT::nothing))
                .as("the same without the fault")
                .endsWith("/");
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong("audience", token -> token.audience(List.of("another-client"))),
                wrong(
                        "two audiences, none authorized",
                        token -> token.audience(List.of(ProviderForTests.CLIENT, "x"))
                                .claim("azp", "x")),
                wrong(
                        "expired",
                        token -> token.issuedAt(Instant.now().minusSeconds(900))
                                .expiresAt(Instant.now().minusSeconds(600))),
                wrong(
                        "issued tomorrow",
                        token -> token.issuedAt(Instant.now().plusSeconds(86_400))
                                .expiresAt(Instant.now().plusSeconds(90_000))),
                wrong("nonce", token -> token.claim("nonce", "another")),
                wrong("issuer", token -> token.issuer("https://inloggning.example")));
    }

    private static Arguments wrong(String what, Consumer<JwtClaimsSet.Builder> token) {
        return Arguments.of(what, token);
    }

    @Test
    void refusesATokenThatHasBeenTamperedWith() {
        account(Role.AUDITOR, hsaId);
        PROVIDER.signIn(subject, stranger().base(), says(hsaId, ProviderSignInIT::nothing));
        PROVIDER.tamper(ProviderForTests::withOtherSubject);
        assertThat(follow(stranger())).endsWith("/logga-in?hos=FAILED");

        PROVIDER.tamper(ProviderForTests::unsigned);
        assertThat(follow(stranger())).endsWith("/logga-in?hos=FAILED");

        PROVIDER.tamper(token -> token);
        assertThat(follow(stranger())).endsWith("/");
    }

    @Test
    void refusesAnAnswerToAnotherQuestion() {
        account(Role.AUDITOR, hsaId);
        PROVIDER.signIn(subject, stranger().base(), says(hsaId, ProviderSignInIT::nothing));
        var browser = stranger();
        var answer = atProvider(browser.get("/logga-in/hos/samsyn")
                .headers()
                .firstValue("Location")
                .orElseThrow());

        assertThat(location(stranger(), answer)).endsWith("/logga-in?hos=FAILED");
        assertThat(location(browser, answer.replaceAll("state=[^&]*", "state=x")))
                .endsWith("/logga-in?hos=FAILED");
    }

    @Test
    void takesAnAnswerOnce() {
        account(Role.AUDITOR, hsaId);
        PROVIDER.signIn(subject, stranger().base(), says(hsaId, ProviderSignInIT::nothing));
        var browser = stranger();
        var answer = atProvider(browser.get("/logga-in/hos/samsyn")
                .headers()
                .firstValue("Location")
                .orElseThrow());
        location(browser, answer);

        assertThat(location(browser, answer)).endsWith("/logga-in?hos=FAILED");
    }

    @Test
    void asksWithPkceStateNonceAndLevels() {
        PROVIDER.signIn(subject, stranger().base(), ProviderSignInIT::nothing);
        var address = stranger()
                .get("/logga-in/hos/samsyn")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(URLDecoder.decode(address, StandardCharsets.UTF_8))
                .startsWith(PROVIDER.issuer())
                .contains("code_challenge=", "code_challenge_method=S256", "state=", "nonce=", "acr_values=", "LOA3")
                .contains("response_type=code")
                .doesNotContain(ProviderForTests.SECRET);
    }

    @Test
    void makesNoAccountAndSaysTheSameOfAClosedOne() {
        assertThat(signIn(stranger(), ProviderSignInIT::nothing)).endsWith("/logga-in?hos=UNKNOWN");

        var closed = account(Role.AUDITOR, hsaId);
        accounts.activate(closed.id(), false);

        assertThat(signIn(stranger(), ProviderSignInIT::nothing)).endsWith("/logga-in?hos=UNKNOWN");
        assertThat(stranger().get("/logga-in?hos=UNKNOWN").body()).contains("inget konto i bruk");
    }

    @Test
    void closingAnAccountEndsTheSessionAtOnce() {
        var auditor = account(Role.AUDITOR, hsaId);
        var browser = stranger();
        signIn(browser, ProviderSignInIT::nothing);
        accounts.activate(auditor.id(), false);

        assertThat(browser.get("/logg").statusCode()).isEqualTo(302);
        assertThat(signIn(browser, ProviderSignInIT::nothing)).endsWith("/logga-in?hos=UNKNOWN");
    }

    @Test
    void bindsAnAccountToTheFirstWhoComes() {
        account(Role.AUDITOR, hsaId);
        signIn(stranger(), ProviderSignInIT::nothing);

        assertThat(signIn(stranger(), hsaId, "another-subject-" + subject, ProviderSignInIT::nothing))
                .endsWith("/logga-in?hos=UNKNOWN");
        assertThat(signIn(stranger(), "SE-changed", subject, ProviderSignInIT::nothing))
                .endsWith("/");
    }

    @Test
    void aNewExternalIdLoosensTheBond() {
        var auditor = account(Role.AUDITOR, hsaId);
        signIn(stranger(), ProviderSignInIT::nothing);
        var wish = new AccountChange.Wish("Prov", Role.AUDITOR, FALUN, Optional.empty(), Optional.of("SE-" + subject));
        changes.make(List.of(new AccountChange.Change(auditor.id(), wish)));

        assertThat(signIn(stranger(), ProviderSignInIT::nothing)).endsWith("/logga-in?hos=UNKNOWN");
        assertThat(signIn(stranger(), "SE-" + subject, "new-" + subject, ProviderSignInIT::nothing))
                .endsWith("/");
    }

    @Test
    void aPasswordDoesNotOpenAnAccountOfTheProviders() {
        var auditor = account(Role.AUDITOR, hsaId);
        var one = accounts.renew(auditor.id());
        var name = "hsa-" + hsaId.toLowerCase(Locale.ROOT);
        var sent = stranger().post("/logga-in", "username", name, "password", one.password());

        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/logga-in?fel");
    }

    @Test
    void signsOutAtTheProviderToo() {
        account(Role.AUDITOR, hsaId);
        var browser = stranger();
        signIn(browser, ProviderSignInIT::nothing);
        assertThat(browser.post("/logga-ut").headers().firstValue("Location").orElseThrow())
                .endsWith("/utloggad");
        var page = browser.get("/utloggad");

        var way = page.headers().firstValue("Refresh").orElseThrow().replace("0;url=", "");
        assertThat(way).startsWith(PROVIDER.issuer() + "/connect/logout?id_token_hint=");
        assertThat(atProvider(way)).isEqualTo(browser.base() + "/logga-in");
        assertThat(page.body()).contains("Du är utloggad ur Samsyn", "Falu kommun");
        assertThat(browser.get("/logg").statusCode()).isEqualTo(302);
        assertThat(browser.get("/utloggad").headers().firstValue("Location").orElseThrow())
                .endsWith("/logga-in?ut");
    }

    @Test
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.AFTER_METHOD)
    void asksAnAddressWhereAnswersFailAndFailToWait() {
        account(Role.AUDITOR, hsaId);
        for (int i = 0; i < SignInPace.ALLOWED; i++) {
            stranger().get("/logga-in/svar/samsyn?code=x&state=y");
        }

        assertThat(stranger().get("/logga-in/svar/samsyn?code=x&state=y").statusCode())
                .isEqualTo(429);
    }

    @Test
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.BEFORE_METHOD)
    void saysWhenTheProviderIsAwayAndFindsItAgain() throws InterruptedException {
        account(Role.AUDITOR, hsaId);
        PROVIDER.stop();
        var away = stranger().get("/logga-in/hos/samsyn");
        assertThat(away.headers().firstValue("Location").orElseThrow()).endsWith("/logga-in?hos=AWAY");
        assertThat(stranger().get("/logga-in?hos=AWAY").body()).contains("svarar inte just nu");
        assertThat(stranger()
                        .post("/logga-in", "username", "x", "password", "y")
                        .statusCode())
                .isEqualTo(302);
        PROVIDER.startAgain();
        Thread.sleep(OidcProvider.PAUSE.plusMillis(100));

        assertThat(signIn(stranger(), ProviderSignInIT::nothing)).endsWith("/");
    }

    /** What a token says besides, when it says nothing. */
    private static void nothing(JwtClaimsSet.Builder token) {
        assertThat(token).isNotNull();
    }

    private Actor account(Role role, String externalId) {
        var unit =
                role.boundToUnit() ? Optional.of(SignedInAs.unit(organisations).id()) : Optional.<UnitId>empty();
        var username = "hsa-" + externalId.toLowerCase(Locale.ROOT);
        var wish = new AccountChange.Wish("Prov", role, FALUN, unit, Optional.of(externalId));
        changes.make(List.of(new AccountChange.Open(username, wish)));
        return accounts.within(FALUN).stream()
                .filter(listed -> listed.username().equals(username))
                .findFirst()
                .orElseThrow()
                .actor();
    }

    private static Consumer<JwtClaimsSet.Builder> says(String externalId, Consumer<JwtClaimsSet.Builder> more) {
        return token -> {
            token.claim("employeeHsaId", externalId);
            more.accept(token);
        };
    }

    private String signIn(Browser browser, Consumer<JwtClaimsSet.Builder> more) {
        return signIn(browser, hsaId, subject, more);
    }

    private String signIn(Browser browser, String externalId, String who, Consumer<JwtClaimsSet.Builder> more) {
        PROVIDER.signIn(who, browser.base(), says(externalId, more));
        return follow(browser);
    }

    /** Goes to the provider and back; gives where Samsyn then leads. */
    private String follow(Browser browser) {
        var there = browser.get("/logga-in/hos/samsyn")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location(browser, atProvider(there));
    }

    private String location(Browser browser, String answer) {
        return browser.get(answer.substring(browser.base().length()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** Where the provider leads. */
    private static String atProvider(String address) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
            return answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException(answer.statusCode() + answer.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private List<String> events(Actor about) {
        var query = new LogQuery(
                Optional.of(about.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return log.page(FALUN, query, 30).stream().map(LogLine::event).toList();
    }
}
