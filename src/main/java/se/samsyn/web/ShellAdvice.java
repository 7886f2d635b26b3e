package se.samsyn.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what its shell needs. */
@ControllerAdvice
final class ShellAdvice {

    private final ObjectProvider<Shell.Viewers> viewers;
    private final ObjectProvider<Shell.Menu> menus;
    private final boolean demo;

    ShellAdvice(
            ObjectProvider<Shell.Viewers> viewers,
            ObjectProvider<Shell.Menu> menus,
            @Value("${samsyn.demo:false}") boolean demo) {
        this.viewers = viewers;
        this.menus = menus;
        this.demo = demo;
    }

    /** Nobody on the page that says the database is away: the name of the reader's unit is there. */
    @ModelAttribute("viewer")
    @Nullable
    Viewer viewer(HttpServletRequest request) {
        if (Integer.valueOf(503).equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))) {
            return null;
        }
        return viewers.stream()
                .flatMap(each -> each.viewer().stream())
                .findFirst()
                .orElse(null);
    }

    /** What the error page says besides its status: nothing, or {@code .keys}. */
    @ModelAttribute("besides")
    String besides(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getAttribute(LostKeys.FAULT), "")
                .toString();
    }

    @ModelAttribute("menu")
    List<Shell.Entry> menu() {
        return menus.stream()
                .flatMap(menu -> menu.entries().stream())
                .sorted(Comparator.comparingInt(Shell.Entry::order))
                .toList();
    }

    /** What is the matter below the program: {@code .slow} or {@code .full}; empty otherwise. Set by the module database. */
    @ModelAttribute("trouble")
    String trouble(HttpServletRequest request) {
        var trouble = request.getAttribute("samsyn.trouble");
        return "slow".equals(trouble) || "full".equals(trouble) ? "." + trouble : "";
    }

    @ModelAttribute("demo")
    boolean demo() {
        return demo;
    }

    @ModelAttribute("theme")
    String theme(@CookieValue(name = "theme", defaultValue = "auto") String theme) {
        return switch (theme) {
            case "light", "dark" -> theme;
            default -> "auto";
        };
    }

    /** Why the request was refused, on an error page that has words for it. */
    @ModelAttribute("refused")
    @Nullable
    Refused refused(HttpServletRequest request) {
        return Refused.of(request).orElse(null);
    }

    /** The page's own address; for an error page that of the page that failed. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return request.getContextPath() + "/";
        }
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequestURI() : failed.toString();
        var query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }
}
