package se.samsyn.proof.trust;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears all that the program writes in its own log while something is tried. */
final class LogEar extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private LogEar() {}

    static LogEar listening() {
        var ear = new LogEar();
        ear.start();
        root().addAppender(ear);
        return ear;
    }

    private static ch.qos.logback.classic.Logger root() {
        return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent event) {
        heard.add(event.getFormattedMessage());
        IThrowableProxy fault = event.getThrowableProxy();
        if (fault != null) {
            heard.add(ThrowableProxyUtil.asString(fault));
        }
    }

    /** Whether any of the words was written. */
    boolean heard(List<String> words) {
        return heard.stream().anyMatch(said -> words.stream().anyMatch(said::contains));
    }

    @Override
    public void close() {
        root().detachAppender(this);
        stop();
    }
}
