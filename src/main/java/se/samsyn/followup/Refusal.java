package se.samsyn.followup;

/**
 * Why a change was not made, for the one who wanted it.
 *
 * @param field the field of the form it concerns
 * @param message the key of the text that says what is wrong and what to do
 */
public record Refusal(String field, String message) {}
