package se.samsyn.access.audit;

/**
 * Something that is not as the program left it, or that the reader should know.
 *
 * @param from the first line of the log, or place in the chain, that it is about; 0 where it is about none
 * @param to the last
 */
record Finding(Kind kind, long from, long to) {

    /** What was found. Of lines and seals the numbers are lines of the log, of the others they are places in the chain. */
    enum Kind {
        LINES_CHANGED,
        LINES_REMOVED,
        LINE_FOREIGN,
        LINE_COPIED,
        SEALS_REMOVED,
        TAIL_REMOVED,
        HEAD_DIFFERS,
        HEAD_WENT_BACK,
        HEAD_CHANGED,
        HEAD_MISSING,
        TAIL_WAS_LOST,
        HEAD_WAS_LOST,
        LINES_WERE_LOST,
        NOTED_HEAD_DIFFERS,
        RESTORED,
        RESTORED_OVER;

        /** Whether it is worth knowing, and no fault. */
        boolean isRemark() {
            return this == RESTORED || this == RESTORED_OVER;
        }
    }

    static Finding of(Kind kind, long at) {
        return new Finding(kind, at, at);
    }

    /** In words, for the operator. */
    String words() {
        String lines = from == to ? "Rad " + from : "Raderna " + from + " till " + to;
        String places = from == to ? "plats " + from : "plats " + from + " till " + to;
        return switch (kind) {
            case LINES_CHANGED ->
                lines + ": stämmer inte med sigillet. Raden är ändrad, har bytt plats eller har fått ett annat sigill.";
            case LINES_REMOVED -> lines + ": är borttagen.";
            case LINE_FOREIGN -> lines + ": är inte skriven av Samsyn, eller har ändrats innan den förseglades.";
            case LINE_COPIED -> lines + ": är en kopia av en annan rad.";
            case SEALS_REMOVED -> "Kedjan saknar " + places + ": sigillen är borttagna.";
            case TAIL_REMOVED -> "Slutet av kedjan är avkapat: " + places + " har funnits men finns inte.";
            case HEAD_DIFFERS -> "Kedjan har ett annat sigill på " + places + " än det som skrevs utanför databasen.";
            case HEAD_WENT_BACK -> "Kedjans huvud har backat till " + places + " utan att någon kopia återställts.";
            case HEAD_CHANGED -> "Filen med kedjans huvud är ändrad på rad " + from + ".";
            case HEAD_MISSING ->
                "Filen med kedjans huvud saknas. Ett avkapat slut går bara att upptäcka med ett huvud som skrivits upp: --head.";
            case TAIL_WAS_LOST -> lines + " säger att slutet av kedjan då var avkapat.";
            case HEAD_WAS_LOST -> lines + " säger att filen med kedjans huvud då saknades.";
            case LINES_WERE_LOST -> lines + " säger att rader då hade tagits bort innan de förseglades.";
            case NOTED_HEAD_DIFFERS ->
                "Kedjan har ett annat sigill på " + places + " än det uppskrivna, eller är kortare.";
            case RESTORED -> lines + ": en säkerhetskopia återställdes.";
            case RESTORED_OVER -> "Vid en återställning försvann " + places + " i den kedja som fanns före.";
        };
    }
}
