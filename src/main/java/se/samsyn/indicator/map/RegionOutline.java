package se.samsyn.indicator.map;

import se.samsyn.kernel.PlaceCode;

/**
 * The outer border of the municipalities of a region, to be drawn as a line over them.
 *
 * @param path the value of SVG's attribute {@code d}: lines, not filled
 */
public record RegionOutline(PlaceCode region, String path) {}
