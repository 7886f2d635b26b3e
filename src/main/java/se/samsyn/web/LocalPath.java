package se.samsyn.web;

import java.util.regex.Pattern;

/** Addresses that lead to a page of our own, whatever a stranger has written in them. */
public final class LocalPath {

    private static final Pattern OURS = Pattern.compile("/(?!/)[A-Za-z0-9/_.~-]*(\\?[A-Za-z0-9/_.~=&%+-]*)?");

    private LocalPath() {}

    /** Whether a text is a path of ours, with or without a query. */
    public static boolean isOne(String text) {
        return OURS.matcher(text).matches();
    }
}
