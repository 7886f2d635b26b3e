/**
 * Clients for open statistics: Kolada's API v3 and PxWeb API v2 (Statistics Sweden's and others'). They ask politely, follow
 * paging to its end, keep answers in files, and give either the whole answer or a refusal that says what to do. Kolada can also be
 * read from saved answers, without a network. Holds no persons; owns no SQL table. For {@code indicator} and {@code exchange},
 * which store what comes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.samsyn.exchange.opendata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
