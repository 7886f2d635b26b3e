package se.samsyn.followup.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;

/** The instruments' titles in the reader's language. */
record Titles(Map<InstrumentKey, String> byKey) {

    static Titles of(Instruments instruments) {
        var locale = LocaleContextHolder.getLocale();
        return new Titles(instruments.all().stream()
                .collect(Collectors.toMap(
                        each -> each.key(), each -> each.title().in(locale))));
    }

    public String title(InstrumentKey key) {
        return byKey.getOrDefault(key, key.value());
    }
}
