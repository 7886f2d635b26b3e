package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import se.samsyn.access.Access;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.web.Reachable;

/** Lets nobody reach a page whose controller does not name them; a page that names nobody is reached by nobody. */
final class PageGate implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(PageGate.class);

    private final Access access;

    PageGate(Access access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod page && !ErrorController.class.isAssignableFrom(page.getBeanType())) {
            admit(page);
        }
        return true;
    }

    private void admit(HandlerMethod page) {
        var demands = on(page, Demands.class);
        var reachable = on(page, Reachable.class);
        if (demands != null) {
            var wished = demands.value();
            if (Stream.of(wished).noneMatch(access::mayAtHome)) {
                access.requireAtHome(wished[0]);
            }
        } else if (reachable == null) {
            LOG.error("A page names nobody who may reach it: {}", page.getShortLogMessage());
            throw new NotFoundOrDenied();
        } else if (reachable.value() == Reachable.By.SIGNED_IN) {
            access.actor();
        }
    }

    private static <A extends java.lang.annotation.Annotation> @Nullable A on(HandlerMethod page, Class<A> rule) {
        var own = AnnotatedElementUtils.findMergedAnnotation(page.getMethod(), rule);
        return own == null ? AnnotatedElementUtils.findMergedAnnotation(page.getBeanType(), rule) : own;
    }
}
