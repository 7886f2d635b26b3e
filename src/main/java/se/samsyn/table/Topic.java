package se.samsyn.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * A way to sort every row of a data set into one class, with the parts that are counted of it. Topics stand in a tree: the parts of one
 * divide counts of those before it, its outer counts, which are settled first.
 */
final class Topic {

    /** A count of a topic settled before, told in this topic's own classes. */
    record Outer(Topic topic, int part, BitSet classes) {}

    /** Parts that together hold the same persons as a whole, each of them once. */
    record Split(Whole whole, List<Integer> parts) {}

    /** What is divided. */
    sealed interface Whole {
        /** An outer count. */
        record Outside(int outer) implements Whole {}

        /** A part of the topic itself. */
        record Inside(int part) implements Whole {}
    }

    private final String key;
    private final int[] classOf;
    private final int classes;
    private final List<Outer> outers = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Split> splits = new ArrayList<>();

    Topic(String key, int rows, int classes, IntUnaryOperator classOf) {
        this.key = key;
        this.classes = classes;
        this.classOf = new int[rows];
        for (int row = 0; row < rows; row++) {
            this.classOf[row] = classOf.applyAsInt(row);
        }
    }

    String key() {
        return key;
    }

    int classOf(int row) {
        return classOf[row];
    }

    int classes() {
        return classes;
    }

    List<Outer> outers() {
        return outers;
    }

    List<Part> parts() {
        return parts;
    }

    /** How parts make up wholes; every part but that of everybody is in one at least. */
    List<Split> splits() {
        return splits;
    }

    /** Adds a count settled before; the classes must be exactly those of its persons. */
    Whole outer(Topic topic, String part, IntPredicate ofClass) {
        outers.add(new Outer(topic, topic.part(part), where(ofClass)));
        return new Whole.Outside(outers.size() - 1);
    }

    Topic part(String name, Part.Breadth breadth, IntPredicate ofClass) {
        parts.add(new Part(name, where(ofClass), breadth));
        return this;
    }

    Topic split(String whole, String... into) {
        return split(new Whole.Inside(part(whole)), into);
    }

    /**
     * Says that parts added before make up a whole.
     *
     * @throws IllegalArgumentException when they do not, each class of it once
     */
    Topic split(Whole whole, String... into) {
        List<Integer> positions = Stream.of(into).map(this::part).toList();
        BitSet left = (BitSet) classes(whole).clone();
        for (int position : positions) {
            BitSet own = (BitSet) parts.get(position).classes().clone();
            own.andNot(left);
            left.andNot(parts.get(position).classes());
            if (!own.isEmpty()) {
                throw new IllegalArgumentException("Parts of " + key + " lie outside their whole, or over each other");
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("Parts of " + key + " leave some of their whole out");
        }
        splits.add(new Split(whole, positions));
        return this;
    }

    /** The classes of a whole. */
    BitSet classes(Whole whole) {
        return switch (whole) {
            case Whole.Outside outside -> outers.get(outside.outer()).classes();
            case Whole.Inside inside -> parts.get(inside.part()).classes();
        };
    }

    int part(String name) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).key().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The topic " + key + " has no part " + name);
    }

    private BitSet where(IntPredicate ofClass) {
        BitSet set = new BitSet();
        for (int i = 0; i < classes; i++) {
            if (ofClass.test(i)) {
                set.set(i);
            }
        }
        return set;
    }
}
