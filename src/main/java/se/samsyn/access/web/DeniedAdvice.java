package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import se.samsyn.access.Access;
import se.samsyn.access.NotFoundOrDenied;

/** Not found and denied are one and the same answer, and both are logged. */
@ControllerAdvice
final class DeniedAdvice {

    private final Access access;

    DeniedAdvice(Access access) {
        this.access = access;
    }

    @ExceptionHandler(NotFoundOrDenied.class)
    void notFound(NotFoundOrDenied refusal, HttpServletResponse response) throws IOException {
        access.answered(refusal);
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
