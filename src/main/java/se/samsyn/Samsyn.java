package se.samsyn;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one application: systematic follow-up from a client's answer to the board's decision and back. */
@SpringBootApplication
public final class Samsyn {

    private Samsyn() {}

    /** Starts the web application, or runs a command where one is named: {@code import}, {@code backup} and so on. */
    public static void main(String[] args) {
        if (args.length == 0 || args[0].startsWith("--")) {
            SpringApplication.run(Samsyn.class, args);
        } else {
            System.exit(SamsynCommand.run(args));
        }
    }
}
