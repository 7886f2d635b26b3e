package se.samsyn.report;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import se.samsyn.Samsyn;
import se.samsyn.table.ExampleMicrodata;
import se.samsyn.table.source.Microdata;

/** The application with made-up cases, for looking at the results by hand. */
final class ResultsWithExamples {

    private ResultsWithExamples() {}

    public static void main(String[] args) {
        SpringApplication.from(Samsyn::main).with(Examples.class).run(args);
    }

    /** Brings the made-up cases, before all others. */
    @Configuration
    static class Examples {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        Microdata exampleMicrodata() {
            return ExampleMicrodata.county();
        }
    }
}
