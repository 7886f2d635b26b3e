package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import se.samsyn.access.Access;
import se.samsyn.access.ActorId;
import se.samsyn.web.Heavy;
import se.samsyn.web.Refused;
import se.samsyn.web.WebSettings;

/**
 * How often one person may ask for heavy work. What has not been asked for is saved up for three minutes, so that somebody who works
 * fast for a while never meets the limit. Kept in memory; starting Samsyn anew forgets it.
 */
final class HeavyPace implements HandlerInterceptor {

    static final int SAVED_MINUTES = 3;

    private static final int REMEMBERED = 10_000;

    private final Access access;
    private final Clock clock;
    private final WebSettings.Pace pace;

    private final Map<Asker, Saved> left = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asker, Saved> eldest) {
            return size() > REMEMBERED;
        }
    };

    HeavyPace(Access access, Clock clock, WebSettings.Pace pace) {
        this.access = access;
        this.clock = clock;
        this.pace = pace;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var work = handler instanceof HandlerMethod page ? page.getMethodAnnotation(Heavy.class) : null;
        var actor = access.findActor();
        if (work == null || actor.isEmpty() || take(new Asker(actor.get().id(), work.value()))) {
            return true;
        }
        Refused.because(Refused.Why.PACE).note(request);
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        response.sendError(429);
        return false;
    }

    /** Takes one of what an asker has left; whether there was one. */
    private synchronized boolean take(Asker asker) {
        var now = clock.instant();
        double perMinute = pace.perMinute(asker.work());
        double most = perMinute * SAVED_MINUTES;
        var before = left.getOrDefault(asker, new Saved(most, now));
        double minutes = Duration.between(before.at(), now).toMillis() / 60_000.0;
        double has = Math.min(most, before.number() + Math.max(0, minutes) * perMinute);
        boolean granted = has >= 1;
        left.put(asker, new Saved(granted ? has - 1 : has, now));
        return granted;
    }

    private record Asker(ActorId id, Heavy.Work work) {}

    private record Saved(double number, Instant at) {}
}
