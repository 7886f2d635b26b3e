package se.samsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.samsyn.kernel.Interval;

class NumbersTest {

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({"sv, '−1,5 till 2,0'", "en, '-1.5 to 2.0'"})
    void saysAnIntervalInTheWordsOfTheLanguage(Locale locale, String words) {
        LocaleContextHolder.setLocale(locale);
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/web");
        texts.setDefaultEncoding("UTF-8");

        assertThat(new Numbers(texts).interval(new Interval(-1.5, 2), 1)).isEqualTo(words);
    }
}
