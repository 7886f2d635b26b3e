package se.samsyn.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What one must be allowed to do, in the own unit or place, to reach a page at all; the page itself demands it of the very case
 * or table. Stands on every controller that asks more than that somebody is signed in; a page without a rule is reached by nobody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Demands {

    /** Any one of these is enough. */
    Action[] value();
}
