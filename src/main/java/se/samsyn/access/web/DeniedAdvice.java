package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import se.samsyn.access.NotFoundOrDenied;

/** Not found and denied are one and the same answer. */
@ControllerAdvice
final class DeniedAdvice {

    @ExceptionHandler(NotFoundOrDenied.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
