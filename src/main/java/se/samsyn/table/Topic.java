package se.samsyn.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A way to sort every row of a data set into one class, with the parts that are counted of it. Topics stand in a tree: the parts
 * of one lie within counts of those before it, its outer counts, whose fate is settled first.
 */
final class Topic {

    /** A count of a topic settled before, told in this topic's own classes. */
    record Outer(Topic topic, int part, BitSet classes) {}

    private final String key;
    private final int[] classOf;
    private final int classes;
    private final List<Outer> outers = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

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

    /** Adds a count settled before; the classes must be exactly those of its persons. */
    int outer(Topic topic, String part, IntPredicate ofClass) {
        outers.add(new Outer(topic, topic.part(part), where(ofClass)));
        return outers.size() - 1;
    }

    Topic part(String name, int outer, Part.Breadth breadth, int importance, IntPredicate ofClass) {
        return part(name, List.of(outer), breadth, importance, ofClass);
    }

    Topic part(String name, List<Integer> within, Part.Breadth breadth, int importance, IntPredicate ofClass) {
        parts.add(new Part(name, where(ofClass), List.copyOf(within), breadth, importance));
        return this;
    }

    /** Whether any part is given for this group and period, or tells of it by a difference. */
    boolean tells(SexGroup group, int period) {
        return parts.stream().anyMatch(part -> part.breadth().tells(group, period));
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
