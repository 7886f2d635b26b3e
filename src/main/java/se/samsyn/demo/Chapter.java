package se.samsyn.demo;

import se.samsyn.organisation.Unit;

/**
 * More of the made-up county, told by a module that lies above this one. Each is a bean, and is told once, when the county is made and
 * its people have their accounts.
 */
@FunctionalInterface
public interface Chapter {

    /** Tells it, about the unit that most of the made-up people work in. */
    void tell(Unit team);
}
