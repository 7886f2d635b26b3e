package se.samsyn.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Draws that come out the same every time the demo is made. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** The position drawn with these weights. */
    int weighted(double... weights) {
        var total = 0.0;
        for (double weight : weights) {
            total += weight;
        }
        var left = random.nextDouble() * total;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
