package se.samsyn.engine;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import se.samsyn.keys.SecretName;
import se.samsyn.keys.Secrets;

/** Reads the engine's settings, and takes its secret from the key folder: who has it can take the noise away; if it is lost, the noise changes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

    @Bean
    @Lazy
    KeySecret keySecret(Secrets secrets, RowsFolder folder) {
        return new KeySecret(secrets.of(new SecretName("record"), folder.earlierSecret()));
    }
}
