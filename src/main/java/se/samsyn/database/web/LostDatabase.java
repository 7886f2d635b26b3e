package se.samsyn.database.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsyn.database.Patience;
import se.samsyn.database.Trouble;

/**
 * Lets no page wait for ever, and says 503 with what is the matter wherever it is found that the database is lost or slow, or a disk is full: in pages, and
 * outside them, as at sign-in and sign-out. The log names the fault's kind, never its message.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class LostDatabase implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(LostDatabase.class);
    private static final String SECONDS_TO_WAIT = "30";

    private final Patience patience;

    LostDatabase(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            patience.during(() -> chain.doFilter(request, response));
        } catch (IOException | ServletException | RuntimeException failure) {
            var trouble = Trouble.of(failure);
            if (trouble.isEmpty() || response.isCommitted() || !(response instanceof HttpServletResponse answer)) {
                throw failure;
            }
            LOG.error(
                    "A page could not be shown ({}): {}",
                    trouble.get(),
                    failure.getClass().getSimpleName());
            request.setAttribute(Trouble.ATTRIBUTE, trouble.get().word());
            answer.setHeader("Retry-After", SECONDS_TO_WAIT);
            answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
