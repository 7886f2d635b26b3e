package broken.map.second;

/** Used where it may not be; and its module declares nothing. */
public record Second(int value) {}
