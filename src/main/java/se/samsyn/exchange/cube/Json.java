package se.samsyn.exchange.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A JSON document in memory; the long lists of values and statuses are held in a few bytes each. */
sealed interface Json {

    /** An object, its members in order; of two with one name the last. */
    record Members(Map<String, Json> all) implements Json {}

    record Items(List<Json> all) implements Json {}

    record Text(String text) implements Json {}

    record Numeral(double value) implements Json {

        boolean isWhole() {
            return value == Math.rint(value) && Math.abs(value) < 1e15;
        }
    }

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    /** The member of that name, or an empty if this is no object or has none. */
    default Optional<Json> find(String member) {
        return this instanceof Members(var all) ? Optional.ofNullable(all.get(member)) : Optional.empty();
    }

    /** The member's text, blank if it has none. */
    default String text(String member) {
        return find(member)
                .map(found -> found instanceof Text(String text) ? text : "")
                .orElse("");
    }

    /** The members in order; none if this is no object. */
    default Map<String, Json> members() {
        return this instanceof Members(var all) ? all : Map.of();
    }

    /** The items; none if this is no array. */
    default List<Json> items() {
        return this instanceof Items(var all) ? all : List.of();
    }

    /** The texts among the items, or the text itself. */
    default List<String> texts() {
        return (this instanceof Items(var all) ? all.stream() : Stream.of(this))
                .flatMap(each -> each instanceof Text(String text) ? Stream.of(text) : Stream.empty())
                .toList();
    }

    /** A list, or an object with numbers as names, of numbers, texts and nulls. */
    final class Column implements Json {

        private static final int NUMBER = -1;
        private static final int NULL = -2;
        private static final int OTHER = -3;

        private final boolean keyed;
        private long[] keys = new long[16];
        private double[] numbers = new double[16];
        private int[] kinds = new int[16];
        private int count;
        private int others;
        private final List<String> texts = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> badKeys = new ArrayList<>();

        Column(boolean keyed) {
            this.keyed = keyed;
        }

        boolean keyed() {
            return keyed;
        }

        int count() {
            return count;
        }

        /** How many were neither numbers, texts nor nulls. */
        int others() {
            return others;
        }

        /** Names that are no whole numbers. */
        List<String> badKeys() {
            return badKeys;
        }

        long key(int i) {
            return keyed ? keys[i] : i;
        }

        boolean isNumber(int i) {
            return kinds[i] == NUMBER;
        }

        boolean isNull(int i) {
            return kinds[i] == NULL;
        }

        double number(int i) {
            return numbers[i];
        }

        Optional<String> text(int i) {
            return kinds[i] >= 0 ? Optional.of(texts.get(kinds[i])) : Optional.empty();
        }

        void number(String key, double value) {
            add(key, NUMBER, value);
        }

        void text(String key, String text) {
            Integer place = places.get(text);
            if (place == null) {
                place = texts.size();
                texts.add(text);
                places.put(text, place);
            }
            add(key, place, 0);
        }

        void nothing(String key) {
            add(key, NULL, 0);
        }

        void other(String key) {
            others++;
            add(key, OTHER, 0);
        }

        private void add(String key, int kind, double value) {
            long number = -1;
            if (keyed) {
                if (!key.matches("\\d{1,18}")) {
                    if (badKeys.size() < 10) {
                        badKeys.add(key);
                    }
                    return;
                }
                number = Long.parseLong(key);
            }
            if (count == kinds.length) {
                int more = count + (count >> 1);
                keys = keyed ? Arrays.copyOf(keys, more) : keys;
                numbers = Arrays.copyOf(numbers, more);
                kinds = Arrays.copyOf(kinds, more);
            }
            if (keyed) {
                keys[count] = number;
            }
            numbers[count] = value;
            kinds[count++] = kind;
        }
    }
}
