package se.samsyn.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the server runs for each finished piece of its log: puts it in the spool, if there is one, from where the program seals it and moves it to
 * the backup folder. A full spool never stops the server: the piece is then left out, and that is noted for the program to tell.
 */
record ArchiveScript(DataFolder folder) {

    /** Pieces of 16 MB that may wait in the spool before some are left out: 2 GB. */
    static final int MOST_WAITING = 128;

    private static final String TEXT = """
            #!/bin/sh
            # Written by Samsyn at each start: $1 is a finished piece of the log, $2 its name.
            spool=SPOOL
            gap=GAP
            [ -d "$spool" ] || exit 0
            if [ "$(ls "$spool" | wc -l)" -ge MOST ]; then : > "$gap"; exit 0; fi
            if cp "$1" "$spool/.$2.part" && { sync "$spool/.$2.part" 2>/dev/null || sync; } && mv "$spool/.$2.part" "$spool/$2"; then exit 0; fi
            rm -f "$spool/.$2.part"
            exit 1
            """;

    void write() throws IOException {
        Path script = folder.archiveScript();
        Path draft = Files.createTempFile(script.getParent(), "archive", ".new", DataFolder.onlyOwner("rw-------"));
        String text = TEXT.replace("SPOOL", quoted(folder.spool().toString()))
                .replace("GAP", quoted(folder.gap().toString()))
                .replace("MOST", "" + MOST_WAITING);
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The command with the server's own marks for path and name. */
    String command() {
        return "sh " + quoted(folder.archiveScript().toString()).replace("%", "%%") + " \"%p\" \"%f\"";
    }

    /** As the shell reads it, whatever the path holds. */
    static String quoted(String path) {
        return "'" + path.replace("'", "'\\''") + "'";
    }
}
