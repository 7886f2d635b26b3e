package broken.web;

import broken.table.Dataset;
import broken.table.release.Attacked;

/** A page that reaches rows, and what is for an owner alone. */
public record Page(Dataset data, Attacked attacked) {}
