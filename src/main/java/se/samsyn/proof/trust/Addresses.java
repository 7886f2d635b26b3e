package se.samsyn.proof.trust;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The program's addresses as it knows them itself. */
public interface Addresses {

    /** Every one, written as method, blank and pattern. */
    Set<String> all();

    /** The names of what can be sent to each address that shows persons, or seeks them. */
    Map<String, List<String>> ofPersons();
}
