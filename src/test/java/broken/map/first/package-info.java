/** Declares that it uses nobody, and uses the second. */
@ApplicationModule(allowedDependencies = {})
package broken.map.first;

import org.springframework.modulith.ApplicationModule;
