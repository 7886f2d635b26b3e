package broken.followup;

/** Breaks: stores are hidden. */
public final class PersonStore {}
