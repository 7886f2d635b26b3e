package se.samsyn.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a page that no role is needed for it. Without this or a demand on what one may do, a page is reached by nobody. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Reachable {

    /** For whom. */
    By value();

    /** Who needs no role. */
    enum By {
        ANYONE,
        SIGNED_IN
    }
}
