package se.samsyn.proof.trust;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears all that the program writes in its own log while something is tried. */
final class LogEar extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Queue<Line> heard = new ConcurrentLinkedQueue<>();

    /** What was written, and by which part of the program. */
    private record Line(String by, String text) {}

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
        heard.add(new Line(event.getLoggerName(), event.getFormattedMessage()));
        IThrowableProxy fault = event.getThrowableProxy();
        if (fault != null) {
            heard.add(new Line(event.getLoggerName(), ThrowableProxyUtil.asString(fault)));
        }
    }

    /** Which parts of the program wrote any of the words. */
    Set<String> heard(List<String> words) {
        return heard.stream()
                .filter(line -> words.stream().anyMatch(line.text()::contains))
                .map(Line::by)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        root().detachAppender(this);
        stop();
    }
}
