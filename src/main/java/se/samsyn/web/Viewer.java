package se.samsyn.web;

/**
 * The one who looks at the page, as the page shell shows it.
 *
 * @param role the message key of the role
 * @param place where the role is bound, in words
 */
public record Viewer(String name, String role, String place) {}
