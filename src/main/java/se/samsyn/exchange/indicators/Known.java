package se.samsyn.exchange.indicators;

import java.util.Collection;
import java.util.Map;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;

/** The indicators there already are. */
@FunctionalInterface
interface Known {

    /** None. */
    Known NONE = keys -> Map.of();

    /** Those of the keys that there are. */
    Map<IndicatorKey, Indicator> find(Collection<IndicatorKey> keys);
}
