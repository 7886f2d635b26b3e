/**
 * Imported microdata with a codebook: regional registers, panels of the same persons over years, school health. Owns the SQL table {@code
 * register_register}, which holds codebooks and no rows; the rows are kept by the engine under keyed pseudonyms. Others meet
 * them as protected tables.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "access", "organisation", "table :: source", "engine", "sheet"})
package se.samsyn.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
