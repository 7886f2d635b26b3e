package se.samsyn.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samsyn.web.ControlCharacters;
import se.samsyn.web.Refused;

/**
 * Refuses control characters in what forms send, in names and values and in the names of files, wherever they are sent. Stands after
 * {@link BodyGate}, which has judged who sends them and how much.
 */
final class ParameterGate extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refused = faultyField(request);
        if (refused.isPresent()) {
            new Refused(Refused.Why.CONTROL, refused.get()).note(request);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> faultyField(HttpServletRequest request) throws ServletException, IOException {
        var fields = request.getParameterMap().entrySet().stream()
                .filter(field -> !isPlain(field))
                .map(Map.Entry::getKey);
        return Stream.concat(fields, faultyFiles(request)).findFirst();
    }

    private static boolean isPlain(Map.Entry<String, String[]> field) {
        return ControlCharacters.areAbsentInLine(field.getKey())
                && Arrays.stream(field.getValue()).filter(Objects::nonNull).allMatch(ControlCharacters::areAbsentIn);
    }

    private static Stream<String> faultyFiles(HttpServletRequest request) throws ServletException, IOException {
        if (!BodyGate.bringsFiles(request)) {
            return Stream.empty();
        }
        return request.getParts().stream()
                .filter(part -> !ControlCharacters.areAbsentInLine(
                        part.getName() + Objects.toString(part.getSubmittedFileName(), "")))
                .map(Part::getName);
    }
}
