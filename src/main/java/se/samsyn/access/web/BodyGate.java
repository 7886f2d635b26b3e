package se.samsyn.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samsyn.access.Access;
import se.samsyn.access.FileDoor;
import se.samsyn.access.NotFoundOrDenied;

/**
 * Stands before everything that reads what a request brings. Files are let through to a {@link FileDoor} alone, from those who may
 * use it; what says it is too large is refused unread. What does not say how large it is, is stopped at the same limits by the
 * server as it comes.
 */
final class BodyGate extends OncePerRequestFilter {

    /** Room for the fields that are sent beside a file. */
    static final long BESIDE_FILE = 1L << 20;

    /** The largest form; {@code server.tomcat.max-http-form-post-size} stops those that do not say their size. */
    static final long FORM = 512L << 10;

    private final Access access;
    private final List<FileDoor> doors;

    BodyGate(Access access, List<FileDoor> doors) {
        this.access = access;
        this.doors = List.copyOf(doors);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusal(request);
        if (refusal.isPresent()) {
            response.sendError(refusal.getAsInt());
        } else {
            chain.doFilter(request, response);
        }
    }

    private OptionalInt refusal(HttpServletRequest request) {
        if (!bringsFiles(request)) {
            return over(request, FORM);
        }
        if (access.findActor().isEmpty()) {
            return OptionalInt.of(HttpServletResponse.SC_UNAUTHORIZED);
        }
        var door = door(request).filter(this::admits);
        return door.isEmpty()
                ? OptionalInt.of(HttpServletResponse.SC_FORBIDDEN)
                : over(request, door.get().bytes() + BESIDE_FILE);
    }

    /** Whether the sender may use the door; who may not is in the log. */
    private boolean admits(FileDoor door) {
        try {
            access.requireAtHome(door.action());
            return true;
        } catch (NotFoundOrDenied _) {
            return false;
        }
    }

    private static OptionalInt over(HttpServletRequest request, long most) {
        return request.getContentLengthLong() > most
                ? OptionalInt.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE)
                : OptionalInt.empty();
    }

    private Optional<FileDoor> door(HttpServletRequest request) {
        return doors.stream()
                .filter(door -> request.getMethod().equals("POST")
                        && request.getRequestURI().equals(request.getContextPath() + door.path()))
                .findFirst();
    }

    static boolean bringsFiles(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
