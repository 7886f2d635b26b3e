@NullMarked
package se.samsyn.proof.trust.web;

import org.jspecify.annotations.NullMarked;
