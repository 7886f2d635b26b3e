package se.samsyn.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/**
 * What no page of ours sends is a bad request; all other faults are ours. The log names the fault's kind and place, never its message: that may hold what
 * somebody wrote.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class BadInputAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(BadInputAdvice.class);

    @ExceptionHandler(BadInput.class)
    void badInput(BadInput fault, HttpServletResponse response) throws IOException {
        LOG.warn("A request was refused: {}", place(fault));
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** A body that says it brings files and does not, such as one without a boundary between its parts. */
    @ExceptionHandler(MultipartException.class)
    void noParts(MultipartException fault, HttpServletResponse response) throws IOException {
        LOG.warn("A request was refused: {}", place(fault));
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private static String place(RuntimeException bad) {
        var cause = bad.getCause();
        var fault = cause == null ? bad : cause;
        var trace = fault.getStackTrace();
        return fault.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
