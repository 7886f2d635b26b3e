package se.samsyn.exchange;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import se.samsyn.exchange.person.PersonKeys;

/** What the module stands on: the municipalities' keys in the data folder, and work that is done now and then. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ExchangeGround {

    @Bean
    PersonKeys personKeys(@Value("${samsyn.data:./samsyn-data}") Path data) {
        return new PersonKeys(data.resolve("person-keys"));
    }
}
