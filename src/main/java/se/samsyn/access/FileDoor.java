package se.samsyn.access;

/**
 * An address that takes a file; each is a bean of the module that reads such files. No other address is sent one.
 *
 * @param path the address, to which files are posted
 * @param action what the sender must be allowed to do in the own unit or place before anything is read
 * @param bytes the size of the largest file
 */
public record FileDoor(String path, Action action, long bytes) {}
