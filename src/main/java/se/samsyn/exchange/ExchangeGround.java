package se.samsyn.exchange;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samsyn.exchange.person.PersonKeys;
import se.samsyn.keys.SecretName;
import se.samsyn.keys.Secrets;

/** What the module stands on: the municipalities' keys in the key folder. */
@Configuration(proxyBeanMethods = false)
class ExchangeGround {

    /** Programs before this one kept the keys in the data folder, from where they are moved when they are first needed. */
    @Bean
    PersonKeys personKeys(Secrets secrets, @Value("${samsyn.data:./samsyn-data}") Path data) {
        Path earlier = data.resolve("person-keys");
        return new PersonKeys(place -> secrets.of(SecretName.of("person", place), earlier.resolve(place + ".key")));
    }
}
