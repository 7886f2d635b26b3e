package se.samsyn;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one application: systematic follow-up from a client's answer to the board's decision and back. */
@SpringBootApplication
public final class Samsyn {

    private Samsyn() {}

    /** Starts the web application. */
    public static void main(String[] args) {
        SpringApplication.run(Samsyn.class, args);
    }
}
