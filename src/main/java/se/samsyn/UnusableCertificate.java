package se.samsyn;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** TLS was asked for with files that cannot be used. Says what and what to do, in Swedish, for the operator. */
final class UnusableCertificate extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    UnusableCertificate(String fact, String remedy) {
        super(fact);
        this.remedy = remedy;
    }

    /** Shows it without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnusableCertificate> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable failure, UnusableCertificate cause) {
            return new FailureAnalysis(cause.getMessage() + ".", cause.remedy, cause);
        }
    }
}
