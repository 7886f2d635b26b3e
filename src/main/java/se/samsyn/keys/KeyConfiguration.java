package se.samsyn.keys;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the keys are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class KeyConfiguration {

    @Bean
    KeyFolder keyFolder(KeySettings settings) {
        return new KeyFolder(settings.folder());
    }
}
