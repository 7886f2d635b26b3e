package se.samsyn.access.audit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samsyn.keys.Keys;

/** Where the head of the chain is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    @Bean
    HeadFile headFile(AuditSettings settings, Keys keys) {
        return new HeadFile(settings.folder(), keys);
    }
}
