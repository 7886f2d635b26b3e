/**
 * Indicators: what is measured, where the figures come from and how good they are, their values, imported or computed through protected
 * tables, and what is wanted of them. Owns the SQL tables {@code indicator_*}; holds nothing about persons.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "database",
            "organisation",
            "table",
            "indicator.statistics",
            "indicator.map"
        })
package se.samsyn.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
