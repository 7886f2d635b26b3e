package se.samsyn.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the machine the engine may take.
 *
 * @param threads for one question; 0 for as many as there are processors
 * @param memory in megabytes; what does not fit is put on disk
 * @param seconds a question may take
 */
@ConfigurationProperties("samsyn.engine")
record EngineSettings(
        @DefaultValue("0") int threads,
        @DefaultValue("2048") int memory,
        @DefaultValue("60") int seconds) {

    EngineSettings {
        if (threads == 0) {
            threads = Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1 || memory < 256 || seconds < 1) {
            throw new IllegalArgumentException("samsyn.engine: minst en tråd, 256 MB minne och en sekund");
        }
    }
}
