package broken.web;

import broken.table.Dataset;

/** A page that reaches rows. */
public record Page(Dataset data) {}
