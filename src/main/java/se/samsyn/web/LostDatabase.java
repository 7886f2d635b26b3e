package se.samsyn.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Says 503 wherever it is found that the database does not answer: in pages, and outside them, as at sign-in and sign-out. The log
 * names the fault's kind, never its message.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class LostDatabase implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(LostDatabase.class);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!isLost(failure) || response.isCommitted() || !(response instanceof HttpServletResponse answer)) {
                throw failure;
            }
            LOG.error("The database does not answer: {}", failure.getClass().getSimpleName());
            answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** Whether a fault is that the database cannot be reached, or was lost on the way. */
    static boolean isLost(@Nullable Throwable fault) {
        return switch (fault) {
            case null -> false;
            case DataAccessResourceFailureException _ -> true;
            case RecoverableDataAccessException _ -> true;
            case CannotCreateTransactionException _ -> true;
            case TransactionSystemException _ -> true;
            default -> isLost(fault.getCause());
        };
    }
}
