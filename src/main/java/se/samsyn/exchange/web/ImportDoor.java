package se.samsyn.exchange.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samsyn.access.Action;
import se.samsyn.access.FileDoor;
import se.samsyn.sheet.Limits;

/** The one address that takes files. */
@Configuration(proxyBeanMethods = false)
class ImportDoor {

    @Bean
    FileDoor importFile() {
        return new FileDoor("/import", Action.IMPORT_CASES, Limits.USUAL.bytes());
    }
}
