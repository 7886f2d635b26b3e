package se.samsyn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns the few things an operator says of how Samsyn is reached into what the server needs to be told: a certificate with its key,
 * read anew when the files change, and a port for those who watch over it.
 */
final class OperatorSettings implements EnvironmentPostProcessor {

    static final String CERTIFICATE = "samsyn.tls.certificate";
    static final String KEY = "samsyn.tls.key";
    static final String WATCHERS = "samsyn.management.port";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> settings = new LinkedHashMap<>();
        tls(text(environment, CERTIFICATE), text(environment, KEY), settings);
        if (!settings.isEmpty()) {
            // Browsers take cookies of such names over TLS alone, and the first kind from this very host alone.
            boolean whole = text(environment, "server.servlet.context-path").isEmpty();
            settings.put("server.servlet.session.cookie.name", (whole ? "__Host-" : "__Secure-") + "samsyn");
        }
        var watchers = text(environment, WATCHERS);
        settings.put("management.server.port", watchers.isEmpty() ? "-1" : watchers);
        settings.put("management.prometheus.metrics.export.enabled", String.valueOf(!watchers.isEmpty()));
        environment.getPropertySources().addLast(new MapPropertySource("operator", settings));
    }

    private static void tls(String certificate, String key, Map<String, Object> settings) {
        if (certificate.isEmpty() && key.isEmpty()) {
            return;
        }
        var bundle = "spring.ssl.bundle.pem.samsyn.";
        settings.put("server.ssl.bundle", "samsyn");
        settings.put(bundle + "keystore.certificate", file(certificate, "SAMSYN_TLS_CERTIFICATE"));
        settings.put(bundle + "keystore.private-key", file(key, "SAMSYN_TLS_KEY"));
        settings.put(bundle + "options.enabled-protocols", "TLSv1.2,TLSv1.3");
        settings.put(bundle + "reload-on-update", "true");
        settings.put("server.servlet.session.cookie.secure", "true");
    }

    private static String file(String name, String setting) {
        var file = name.isEmpty() ? null : Path.of(name).toAbsolutePath().normalize();
        if (file == null || !Files.isReadable(file)) {
            throw new UnusableCertificate(
                    name.isEmpty() ? setting + " saknas" : "Filen i " + setting + " går inte att läsa: " + name,
                    "TLS behöver både SAMSYN_TLS_CERTIFICATE (certifikat med kedja) och SAMSYN_TLS_KEY (nyckeln), som"
                            + " PEM-filer som Samsyns konto får läsa. Utan dem båda svarar Samsyn utan TLS.");
        }
        return file.toUri().toString();
    }

    private static String text(ConfigurableEnvironment environment, String name) {
        return environment.getProperty(name, "").strip();
    }
}
