package se.samsyn.organisation.web;

import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.UnitKind;

/** What an administrator fills in to open a unit. */
record UnitForm(String name, String municipality, UnitKind kind, ServiceArea area) {}
