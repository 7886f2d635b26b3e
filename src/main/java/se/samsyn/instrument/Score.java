package se.samsyn.instrument;

import java.util.OptionalDouble;

/**
 * What a person's answers give on a scale.
 *
 * @param value empty where too few items are answered
 * @param answered items with an ordinary answer
 * @param items items in all
 */
public record Score(VariableKey scale, OptionalDouble value, int answered, int items) {}
