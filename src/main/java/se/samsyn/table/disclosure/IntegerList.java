package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A growing list of ints. */
final class IntegerList {

    private int[] values = new int[4];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int removeLast() {
        return values[--size];
    }

    boolean contains(int value) {
        for (int k = 0; k < size; k++) {
            if (values[k] == value) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    void forEach(IntConsumer action) {
        for (int k = 0; k < size; k++) {
            action.accept(values[k]);
        }
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
