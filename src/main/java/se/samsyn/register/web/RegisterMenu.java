package se.samsyn.register.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.FileDoor;
import se.samsyn.web.Shell;

/** The way to registers, and the address that takes their files. */
@Configuration(proxyBeanMethods = false)
class RegisterMenu {

    static final long BYTES = 50L << 20;

    @Bean
    FileDoor registerFile() {
        return new FileDoor("/register", Action.IMPORT_REGISTER, BYTES);
    }

    @Bean
    Shell.Menu wayToRegisters(Access access) {
        return () -> access.mayAtHome(Action.IMPORT_REGISTER)
                ? List.of(new Shell.Entry("register.menu", "/register", 55))
                : List.of();
    }
}
