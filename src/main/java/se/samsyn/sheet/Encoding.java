package se.samsyn.sheet;

import java.nio.charset.Charset;

/** The character encodings Swedish case systems, Excel and older machines write. */
public enum Encoding {
    UTF_8("UTF-8"),
    UTF_16LE("UTF-16LE"),
    UTF_16BE("UTF-16BE"),
    WINDOWS_1252("windows-1252"),
    MAC_ROMAN("x-MacRoman"),
    IBM_850("IBM850");

    private final String charset;

    Encoding(String charset) {
        this.charset = charset;
    }

    /** The character set of the platform. */
    public Charset charset() {
        return Charset.forName(charset);
    }

    /** The name users know it by. */
    public String label() {
        return charset;
    }
}
