package se.samsyn.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A page, who sees it, and the way there.
 *
 * @param username nobody signed in when empty
 */
record Screen(String name, String username, Consumer<Visitor> way) {

    private static final String FAULTY = "id;kön;öppnat;status\nX-1;kvinna;2025-02-30;1\n";

    private static final String GOOD = "id;kön;öppnat;status\nX-1;kvinna;2025-02-20;1\n";

    @Override
    public String toString() {
        return name;
    }

    /** Somebody who looks at this page. */
    Visitor visit(Visitor visitor) {
        if (!username.isEmpty()) {
            visitor.signIn(username);
        }
        way.accept(visitor);
        visitor.page().waitForLoadState();
        return visitor;
    }

    /** Every page there is. */
    static Stream<Screen> all() {
        return Stream.of(
                        shell(),
                        followUp(),
                        results(),
                        crossings(),
                        indicators(),
                        comparisons(),
                        imports(),
                        instruments(),
                        administration(),
                        time())
                .flatMap(List::stream);
    }

    private static List<Screen> shell() {
        return List.of(
                at("sign-in", "", "/logga-in"),
                at("failed sign-in", "", "/logga-in?fel"),
                at("page not found", "handlaggare", "/finns-inte"));
    }

    private static List<Screen> followUp() {
        return List.of(
                at("due list", "handlaggare", "/att-gora"),
                at("cases", "handlaggare", "/arenden?lage=ALL"),
                new Screen("no cases", "handlaggare", visitor -> search(visitor, "finns-inte", ".empty")),
                new Screen("refused search", "handlaggare", visitor -> search(visitor, "811218-9876", "#fault-id")),
                at("new case", "handlaggare", "/arenden/nytt"),
                new Screen("new case with faults", "handlaggare", Screen::openNothing),
                new Screen("case with a course", "handlaggare", Screen::firstClosedCase),
                new Screen("fresh case", "handlaggare", Visitor::openCase),
                new Screen("occasion form", "handlaggare", Visitor::beginForm),
                new Screen("occasion form with faults", "handlaggare", Screen::completeNothing),
                new Screen("completed occasion", "handlaggare", Screen::firstCompleted),
                new Screen("conflict", "handlaggare", Screen::conflict),
                new Screen("purpose", "chef", Screen::firstClosedCase));
    }

    private static List<Screen> results() {
        var protectedOnes = Stream.of(
                        "who-we-meet",
                        "what-they-need",
                        "what-they-got",
                        "how-it-went",
                        "what-they-think",
                        "who-is-lost",
                        "data-quality")
                .map(view -> at("results: " + view, "analytiker", "/resultat?vy=" + view));
        return Stream.concat(
                        protectedOnes,
                        Stream.of(
                                at("results: open", "handlaggare", "/resultat"),
                                at("results: hidden", "analytiker", "/resultat?plats=2034")))
                .toList();
    }

    private static List<Screen> crossings() {
        String table = "/korstabell?data=vald&rad=age:bands&kolumn=sex";
        return List.of(
                at("crossing: nothing chosen", "analytiker", "/korstabell?data=vald"),
                at("crossing", "analytiker", table),
                at("crossing: shares with a selection", "analytiker", table + "&visa=row-share&urvalsfraga=region"),
                at("crossing: not answered", "analytiker", "/korstabell?data=vald&rad=age"),
                at("registers", "analytiker", "/register"),
                at("releases", "analytiker", "/slapp"));
    }

    private static List<Screen> indicators() {
        return List.of(
                at("indicators", "analytiker", "/indikatorer"),
                at("indicators: searched", "handlaggare", "/indikatorer?sok=vuxna&sida=0&anvands=2080"),
                at("indicators: nothing found", "analytiker", "/indikatorer?sok=finnsintealls"),
                at("about an indicator", "utvecklare", "/indikatorer/demo-trygghet"),
                at("about an own indicator", "utvecklare", "/indikatorer/vald-insats"),
                at("deviations", "utvecklare", "/avvikelser"),
                at("deviations: nothing used", "nationell", "/avvikelser"),
                at("targets", "utvecklare", "/mal"),
                new Screen("targets with a fault", "utvecklare", Screen::setNoTarget),
                at("sources", "utvecklare", "/kallor?andra=kolada"),
                at("sources: nothing found", "handlaggare", "/kallor?sok=finnsintealls"),
                at("own indicators", "utvecklare", "/egna-indikatorer"),
                new Screen("own indicators with faults", "utvecklare", Screen::defineNothing),
                at("violence", "utvecklare", "/vald-i-nara-relation"));
    }

    private static List<Screen> comparisons() {
        var views = Stream.of("trend", "punkter", "tratt", "rang", "gap", "ojamlikhet", "sma-diagram", "karta")
                .map(view -> at(
                        "comparison: " + view,
                        "utvecklare",
                        "/jamfor/demo-fysisk?vy=" + view + (view.equals("ojamlikhet") ? "" : "&mot=lan")));
        return Stream.concat(
                        views,
                        Stream.of(
                                at("comparison: both sexes", "handlaggare", "/jamfor/demo-trygghet?kon=KM&vy=punkter"),
                                at("comparison: chosen places", "utvecklare", "/jamfor/demo-trygghet?mot=valda"),
                                at("comparison: regions", "analytiker", "/jamfor/demo-insatser?vy=karta"),
                                at("comparison: all", "utvecklare", "/jamfor/demo-trygghet?vy=rang&mot=alla")))
                .toList();
    }

    private static void setNoTarget(Visitor visitor) {
        visitor.go("/mal");
        visitor.page().locator("input[name=year]").fill("2027");
        visitor.page().locator("input[name=value]").evaluate("field => field.removeAttribute('pattern')");
        visitor.page().locator("input[name=value]").fill("många");
        visitor.button("Spara").click();
        visitor.page().locator("[role=alert]").waitFor();
    }

    private static void defineNothing(Visitor visitor) {
        visitor.go("/egna-indikatorer");
        visitor.page().locator("input[name=title]").fill("En andel utan täljare");
        visitor.page().locator("input[name=key]").fill("utan-taljare");
        visitor.page().locator("textarea[name=description]").fill("Går inte");
        visitor.page().locator("input[name=set]").fill("vald");
        visitor.page().locator("select[name=statistic]").selectOption("SHARE");
        visitor.button("Definiera och räkna").click();
        visitor.page().locator("[role=alert]").waitFor();
    }

    private static List<Screen> imports() {
        return List.of(
                at("import", "utvecklare", "/import"),
                at("indicator import", "utvecklare", "/indikatorimport"),
                new Screen("import: seen", "utvecklare", visitor -> visitor.sendFile(FAULTY)),
                new Screen("import: mapping", "utvecklare", visitor -> ImportFileIT.map(visitor, FAULTY)),
                new Screen("import: codes", "utvecklare", Screen::codes),
                new Screen("import: dry run", "utvecklare", visitor -> ImportFileIT.tryOut(visitor, FAULTY)),
                new Screen("import: done", "utvecklare", visitor -> ImportFileIT.importFile(visitor, GOOD)));
    }

    private static void codes(Visitor visitor) {
        ImportFileIT.map(visitor, FAULTY);
        visitor.button("Uppdatera koder").click();
        visitor.page()
                .locator("details summary", new Page.LocatorOptions().setHasText("Koder"))
                .first()
                .click();
        visitor.page().locator("select[name='code.1.1']").waitFor();
    }

    private static List<Screen> instruments() {
        return Stream.concat(
                        Stream.of(
                                at("instruments", "utvecklare", "/formular"),
                                at("instrument", "utvecklare", "/formular/vald"),
                                at("preview", "utvecklare", "/formular/vald/forhandsgranska"),
                                at(
                                        "preview of closure",
                                        "utvecklare",
                                        "/formular/boende/forhandsgranska?phase=CLOSURE"),
                                drafted("draft", ""),
                                drafted("taking into use", "/ta-i-bruk")),
                        Stream.of("SINGLE", "SCALE", "NUMBER")
                                .map(kind -> drafted("new question: " + kind, "/fraga?typ=" + kind)))
                .toList();
    }

    private static List<Screen> administration() {
        return List.of(
                at("accounts", "administrator", "/konton"),
                new Screen("accounts with faults", "administrator", Screen::openNoAccount),
                new Screen("one-time password", "administrator", Screen::openAccount),
                at("access log", "granskare", "/logg"),
                at("access log: nothing found", "granskare", "/logg?galler=2499&handelse=READ_CASE"),
                at("access log: not looked up", "granskare", "/logg?galler=finns-inte"),
                at("log check: months", "granskare", "/loggkontroll"),
                new Screen("log check: lines", "granskare", Screen::beginCheck),
                new Screen("log check: faults", "granskare", Screen::signTooEarly),
                new Screen("log check: report", "granskare", Screen::firstReport),
                at("own password", "granskare", "/losenord"),
                at("getting a second step", "granskare", "/tvasteg"),
                new Screen("getting a second step with a fault", "granskare", Screen::typeNoCode),
                at("own sessions", "granskare", "/sessioner"),
                at("accounts by a file", "administrator", "/konton/fil"),
                new Screen(
                        "accounts by a file: plan", "administrator", visitor -> sendAccounts(visitor, "administratör")),
                new Screen("accounts by a file: faults", "administrator", visitor -> sendAccounts(visitor, "kung")));
    }

    private static void typeNoCode(Visitor visitor) {
        visitor.go("/tvasteg");
        visitor.page().locator("input[name=code]").fill("nej");
        visitor.button("Börja använda").click();
        visitor.page().locator("#code-fault").waitFor();
    }

    private static void sendAccounts(Visitor visitor, String role) {
        visitor.go("/konton/fil");
        String rows = "användarnamn;namn;roll\nny.person;Ny Person;" + role + "\n";
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("konton.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        visitor.button("Visa vad som skulle ske").click();
        visitor.page().locator("#plan, #faults").waitFor();
    }

    private static Screen at(String name, String username, String path) {
        return new Screen(name, username, visitor -> visitor.go(path));
    }

    private static Screen drafted(String name, String path) {
        return new Screen(name, "utvecklare", visitor -> {
            visitor.go("/formular/allman");
            var start = visitor.page().locator("form[action$='/utkast'] button");
            if (start.count() > 0) {
                start.click();
            }
            visitor.go("/formular/allman/utkast" + path);
        });
    }

    private static List<Screen> time() {
        return List.of(
                at("erasure: own unit", "chef", "/gallring"),
                at("erasure: place", "granskare", "/gallring"),
                new Screen("erasure: nothing chosen", "chef", visitor -> {
                    visitor.go("/gallring");
                    visitor.button("Föreslå gallring av valda").click();
                    visitor.page().locator("[role=alert]").waitFor();
                }),
                new Screen(
                        "erasure: one case",
                        "chef",
                        visitor -> follow(visitor, "/gallring", "a[href^='/gallring/arende/']")),
                new Screen(
                        "erasure: receipt",
                        "utvecklare",
                        visitor -> follow(visitor, "/gallring", "a[href^='/gallring/forslag/']")),
                at("erasure: rules", "utvecklare", "/gallring/regler"),
                at("handouts", "chef", "/utlamnande"),
                at("handouts: ask", "chef", "/utlamnande/nytt?instrument=vald"),
                new Screen("handouts: refused", "chef", visitor -> {
                    visitor.go("/utlamnande/nytt?instrument=vald");
                    visitor.page().locator("input[name=recipient]").fill("Regionen");
                    visitor.page().locator("textarea[name=reason]").fill("kort");
                    visitor.button("Skicka begäran").click();
                    visitor.page().locator("#faults").waitFor();
                }),
                new Screen("handouts: decide", "utvecklare", visitor -> follow(visitor, "/utlamnande", "tbody a")),
                new Screen("extract: ask", "handlaggare", Screen::askExtract),
                new Screen("extract", "handlaggare", visitor -> {
                    askExtract(visitor);
                    visitor.page().locator("input[name=begart]").check();
                    visitor.button("Gör registerutdraget").click();
                    visitor.page().locator(".extract-lines").first().waitFor();
                }),
                at("frozen", "analytiker", "/fryst"),
                new Screen("frozen tables", "analytiker", visitor -> follow(visitor, "/fryst", "tbody a")));
    }

    private static void follow(Visitor visitor, String path, String link) {
        visitor.go(path);
        visitor.page().locator(link).first().click();
        visitor.page().locator("h1").waitFor();
    }

    private static void askExtract(Visitor visitor) {
        firstClosedCase(visitor);
        visitor.page().locator("a[href^='/registerutdrag/']").click();
        visitor.page().locator("input[name=begart]").waitFor();
    }

    private static void beginCheck(Visitor visitor) {
        visitor.go("/loggkontroll");
        visitor.page()
                .locator("tbody button, tbody a:not([href$=rapport])")
                .first()
                .click();
        visitor.page().locator(".check-lines").waitFor();
    }

    private static void signTooEarly(Visitor visitor) {
        beginCheck(visitor);
        visitor.button("Signera kontrollen").click();
        visitor.page().locator("[role=alert]").waitFor();
    }

    private static void firstReport(Visitor visitor) {
        visitor.go("/loggkontroll");
        visitor.page().locator("tbody a[href$=rapport]").first().click();
        visitor.page().locator("h1").waitFor();
    }

    private static void openNoAccount(Visitor visitor) {
        visitor.go("/konton");
        visitor.page().locator("#account-name").fill(" ");
        visitor.page().locator("#account-username").fill("å");
        visitor.button("Öppna konto").click();
        visitor.page().locator("#faults:focus").waitFor();
    }

    private static void openAccount(Visitor visitor) {
        visitor.go("/konton");
        visitor.page().locator("#account-name").fill("Ny Person");
        visitor.page().locator("#account-username").fill("ny-" + System.nanoTime());
        visitor.page().locator("#account-role").selectOption("AUDITOR");
        visitor.button("Öppna konto").click();
        visitor.page().locator(".notice-ok code").waitFor();
    }

    private static void search(Visitor visitor, String text, String answer) {
        visitor.go("/arenden");
        visitor.page().locator("input[name=id]").fill(text);
        visitor.button("Visa").click();
        visitor.page().locator(answer).waitFor();
    }

    private static void openNothing(Visitor visitor) {
        visitor.go("/arenden/nytt");
        visitor.page().locator("input[name=birthYear]").fill("19");
        visitor.button("Öppna ärendet").click();
        visitor.page().locator(".fault").first().waitFor();
    }

    private static void firstClosedCase(Visitor visitor) {
        visitor.go("/arenden?lage=CLOSED");
        visitor.page().locator("tbody a").first().click();
        visitor.page().locator("h1").waitFor();
    }

    private static void firstCompleted(Visitor visitor) {
        firstClosedCase(visitor);
        visitor.page().locator(".timeline a").first().click();
        visitor.page().locator(".read-only").waitFor();
    }

    private static void completeNothing(Visitor visitor) {
        visitor.beginForm();
        visitor.button("Klar").click();
        visitor.page().locator("#form-faults").waitFor();
    }

    /** The answer to somebody whose page was opened before another one saved. */
    private static void conflict(Visitor visitor) {
        String form = visitor.beginForm();
        Page other = visitor.context().newPage();
        other.navigate(form);
        other.locator("input[name='a.hushall']").first().check();
        other.locator(".savebar button.secondary").click();
        other.waitForCondition(
                () -> other.locator("input[name='a.hushall']:checked").count() == 1);
        other.waitForFunction("() => /\\d\\d:\\d\\d/.test(document.getElementById('saved').textContent)");
        visitor.button("Klar").click();
        visitor.page().waitForCondition(() -> visitor.page().title().startsWith("Två har skrivit"));
    }
}
