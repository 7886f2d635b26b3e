package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A view of an indicator as the page shows it.
 *
 * @param title what, where and when
 * @param sentence what can and cannot be concluded
 * @param headings of the columns after the first
 * @param drawing for the script; empty where there is nothing to draw
 * @param small little charts, one for each place
 * @param map shapes with their values
 * @param notes what a reader must know besides
 */
public record Picture(
        View view,
        String title,
        String sentence,
        String corner,
        List<String> headings,
        List<Line> lines,
        Optional<Drawing> drawing,
        List<Small> small,
        Optional<Chart> map,
        List<String> notes) {

    /** Copies the lists. */
    public Picture {
        headings = List.copyOf(headings);
        lines = List.copyOf(lines);
        small = List.copyOf(small);
        notes = List.copyOf(notes);
    }

    /** The same with one more thing to know. */
    Picture noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Picture(view, title, sentence, corner, headings, lines, drawing, small, map, more);
    }

    /**
     * A row.
     *
     * @param style {@code own}, {@code reference} or blank
     */
    public record Line(String label, String style, List<Box> boxes) {

        /** Copies the cells. */
        public Line {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * A cell.
     *
     * @param style kind of mark, for cells without a number
     * @param meaning what a mark means; blank for figures
     * @param interval in words; blank where there is none
     */
    public record Box(String text, String style, String meaning, String interval) {

        /** Plain text. */
        static Box of(String text) {
            return new Box(text, "", "", "");
        }
    }

    /**
     * A little chart on a common scale, 100 wide and 40 high.
     *
     * @param paths unbroken stretches of the line
     * @param last the latest value in words
     */
    public record Small(String name, String style, List<String> paths, String last, String spoken) {

        /** Copies the stretches. */
        public Small {
            paths = List.copyOf(paths);
        }
    }

    /** A map: its view box and its places. */
    public record Chart(String box, List<Area> areas, List<String> outlines, List<Step> steps) {

        /** Copies the lists. */
        public Chart {
            areas = List.copyOf(areas);
            outlines = List.copyOf(outlines);
            steps = List.copyOf(steps);
        }
    }

    /**
     * A place of a map.
     *
     * @param style its step, or the kind of its mark
     * @param sign the same in a sign
     * @param spoken name and value in words
     * @param ways the places to the left, right, up and down, blank where there is none
     */
    public record Area(
            String code, String path, String style, String sign, double x, double y, String spoken, List<String> ways) {

        /** Copies the ways. */
        public Area {
            ways = List.copyOf(ways);
        }
    }

    /** A step of a map's key. */
    public record Step(String style, String sign, String text) {}
}
