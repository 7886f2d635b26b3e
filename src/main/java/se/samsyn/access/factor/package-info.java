/**
 * The second factor as such: the secret shared with a person's app, the codes that both can tell from it and the time (TOTP, RFC 6238),
 * and the picture an app reads the secret from. Knows neither accounts nor pages; owns no SQL table. For {@code access}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.samsyn.access.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
