package broken.followup;

/** What nobody else may see. */
public record Person(String name) {}
