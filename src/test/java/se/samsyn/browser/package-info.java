/** Samsyn in a real browser: the whole application, with the fictional county, used as its users use it. */
package se.samsyn.browser;
