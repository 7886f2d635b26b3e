package se.samsyn.access.provisioning;

/** What a file says of those who are not in it. */
public enum Listing {
    /** Everybody is in the file: accounts of others are closed. */
    WHOLE,
    /** Some are in the file: accounts of others stay as they are. */
    PART
}
