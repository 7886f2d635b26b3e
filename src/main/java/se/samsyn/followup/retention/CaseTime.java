package se.samsyn.followup.retention;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Target;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.KeptCases;

/** Says for how long a case is kept, in words, to whoever may read it. */
@Service
public class CaseTime {

    private final KeptCases cases;
    private final KeepingStore keepings;
    private final Rules rules;
    private final Access access;
    private final MessageSource messages;

    CaseTime(KeptCases cases, KeepingStore keepings, Rules rules, Access access, MessageSource messages) {
        this.cases = cases;
        this.keepings = keepings;
        this.rules = rules;
        this.access = access;
        this.messages = messages;
    }

    /** The steps of the derivation, a line each. */
    @Transactional(readOnly = true)
    public List<String> of(CaseId id, Locale locale) {
        Map<CaseId, Keeping> said = keepings.of(List.of(id));
        var judged = DueCases.judged(cases.moments(List.of(id)), said, rules.inForce());
        judged.forEach(each -> access.require(
                Action.READ_CASE, new Target.OfUnit(each.of().unit(), each.of().municipality())));
        return judged.stream().flatMap(each -> lines(each.verdict(), locale)).toList();
    }

    private Stream<String> lines(Verdict verdict, Locale locale) {
        return verdict.derivation().stream()
                .map(step -> messages.getMessage(step.key(), step.arguments().toArray(), locale));
    }
}
