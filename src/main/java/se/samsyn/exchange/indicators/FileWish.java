package se.samsyn.exchange.indicators;

import java.util.Optional;
import se.samsyn.kernel.PlaceCode;

/**
 * What the sender says of files that may not say it themselves.
 *
 * @param sourceKey key of the source; blank takes what the file says, or makes one of the name
 * @param sourceName its name, where it is not yet registered; blank takes what the file says
 * @param place what all figures are about, for tables that are not divided by place
 */
public record FileWish(String sourceKey, String sourceName, Optional<PlaceCode> place) {

    /** Nothing said. */
    public static final FileWish NONE = new FileWish("", "", Optional.empty());

    /** Strips the texts. */
    public FileWish {
        sourceKey = sourceKey.strip();
        sourceName = sourceName.strip();
    }
}
