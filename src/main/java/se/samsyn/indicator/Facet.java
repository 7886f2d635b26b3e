package se.samsyn.indicator;

/** Something that indicators can be chosen by, with how many have it. */
public record Facet(String name, long indicators) {}
