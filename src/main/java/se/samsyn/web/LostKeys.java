package se.samsyn.web;

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
import se.samsyn.keys.KeyFault;

/** Says 503, and that it is the keys, wherever a key is missing or not the right one. The log tells the operator what to do. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
final class LostKeys implements Filter {

    /** What the error page is told besides the status: what follows it in the names of its texts. */
    static final String FAULT = LostKeys.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(LostKeys.class);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            var fault = KeyFault.in(failure);
            if (fault.isEmpty() || response.isCommitted() || !(response instanceof HttpServletResponse answer)) {
                throw failure;
            }
            LOG.error("{}. {}", fault.get().fact(), fault.get().remedy());
            request.setAttribute(FAULT, ".keys");
            answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
