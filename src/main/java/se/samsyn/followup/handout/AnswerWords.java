package se.samsyn.followup.handout;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Question;

/** Answers in words. */
@Component
final class AnswerWords {

    private final MessageSource messages;

    AnswerWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(Question question, Answer answer, Locale locale) {
        return switch (answer) {
            case Answer.Chosen chosen ->
                chosen.codes().stream()
                        .map(code -> question.label(code)
                                .map(label -> label.in(locale))
                                .orElse(code))
                        .collect(Collectors.joining(", "));
            case Answer.Amount amount -> number(amount, locale);
            case Answer.Day day -> day.value().toString();
            case Answer.Text text -> text.value();
            case Answer.Special special -> say("followup.extract.special." + special.value(), locale);
        };
    }

    private static String number(Answer.Amount amount, Locale locale) {
        String plain = Optional.ofNullable(amount.value().toPlainString()).orElse("");
        return locale.getLanguage().equals("en") ? plain : plain.replace('.', ',');
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
