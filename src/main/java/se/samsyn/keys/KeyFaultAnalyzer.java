package se.samsyn.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows lost or foreign keys as fact and remedy when the application refuses to start, in place of a stack trace. */
final class KeyFaultAnalyzer extends AbstractFailureAnalyzer<KeyFault> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, KeyFault cause) {
        return new FailureAnalysis(cause.fact() + ".", cause.remedy(), cause);
    }
}
