package se.samsyn.followup;

import java.time.LocalDate;

/** That and why a case was closed. */
public record Closure(LocalDate date, CloseReason reason) {}
