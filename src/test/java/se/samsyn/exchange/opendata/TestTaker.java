package se.samsyn.exchange.opendata;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it is given. */
final class TestTaker implements KoladaTaker {

    final List<KoladaValue> values = new ArrayList<>();
    int done;

    @Override
    public void take(KoladaValue value) {
        values.add(value);
    }

    @Override
    public void done() {
        done++;
    }
}
