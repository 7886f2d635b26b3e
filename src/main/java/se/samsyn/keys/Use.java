package se.samsyn.keys;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;

/** What a ring of keys is for. Keys of different uses are never the same. */
public enum Use {
    /** Free text about people, one ring per municipality: AES-256-GCM. */
    TEXT(PredefinedAeadParameters.AES256_GCM, true),
    /** The secrets of second factors: AES-256-GCM. */
    SECOND_FACTOR(PredefinedAeadParameters.AES256_GCM, false),
    /** The chain of the access log: HMAC-SHA-256. */
    LOG(PredefinedMacParameters.HMAC_SHA256_256BITTAG, false),
    /** The list of what has been erased, which outlives the database: HMAC-SHA-256. */
    ERASED(PredefinedMacParameters.HMAC_SHA256_256BITTAG, false),
    /** Backups: AES-256-GCM in segments of a megabyte, each with its place and the last one marked. */
    BACKUP(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, false),
    /** Files with cases that wait to be read in, as backups. */
    UPLOAD(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, false);

    private final Parameters parameters;
    private final boolean perMunicipality;

    Use(Parameters parameters, boolean perMunicipality) {
        this.parameters = parameters;
        this.perMunicipality = perMunicipality;
    }

    /** Whether what is sealed is gone within a day, so that a lost ring is made anew rather than missed. */
    boolean isPassing() {
        return this == UPLOAD;
    }

    Parameters parameters() {
        return parameters;
    }

    /** Whether every municipality has a ring of its own. */
    public boolean perMunicipality() {
        return perMunicipality;
    }
}
