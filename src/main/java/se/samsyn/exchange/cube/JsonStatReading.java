package se.samsyn.exchange.cube;

import java.util.List;

/** The outcome of reading a JSON-stat document. */
public sealed interface JsonStatReading {

    /** What was found, with the codes of the JSON-stat validator. */
    List<Problem> problems();

    /** Kinds of response. */
    enum Kind {
        /** One data set. */
        DATASET,
        /** A collection, with data sets in it or links to them. */
        COLLECTION,
        /** One dimension without cells. */
        DIMENSION,
        /** Several data sets by name, as JSON-stat 1.x had them. */
        BUNDLE
    }

    /**
     * The document could be read.
     *
     * @param cubes the data sets that stand in the document; none in a dimension response and in a collection of links
     * @param dimensions the dimension of a dimension response
     * @param links what a collection points at and does not hold
     */
    record Read(Kind kind, List<Cube> cubes, List<Dimension> dimensions, List<Link> links, List<Problem> problems)
            implements JsonStatReading {

        /** Copies the lists. */
        public Read {
            cubes = List.copyOf(cubes);
            dimensions = List.copyOf(dimensions);
            links = List.copyOf(links);
            problems = List.copyOf(problems);
        }
    }

    /** The document cannot be used; the problems say why. */
    record Refused(List<Problem> problems) implements JsonStatReading {

        /** Copies the problems. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** An address of something that is not in the document. It is never fetched. */
    record Link(String kind, String address, String label) {}
}
