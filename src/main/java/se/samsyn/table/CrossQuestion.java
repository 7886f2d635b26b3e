package se.samsyn.table;

/** A crossing in words, as it stands on a command line; blank where nothing is said. */
public record CrossQuestion(
        String set, String rows, String columns, String layers, String show, String number, String filter) {}
