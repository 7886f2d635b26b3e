package se.samsyn.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a page that it makes the machine work hard, so that one person may ask for it so often and no more. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Heavy {

    /** What the work is. */
    Work value();

    /** Kinds of heavy work; each has a pace of its own. */
    enum Work {
        QUESTION,
        IMPORT,
        EXPORT
    }
}
