package se.samsyn.exchange;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samsyn.exchange.person.PersonKeys;

/** What the module stands on: the municipalities' keys in the data folder. */
@Configuration(proxyBeanMethods = false)
class ExchangeGround {

    @Bean
    PersonKeys personKeys(@Value("${samsyn.data:./samsyn-data}") Path data) {
        return new PersonKeys(data.resolve("person-keys"));
    }
}
