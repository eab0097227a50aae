package dev.kontor.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The object store of the settings cannot be used, for the reason that its message gives to whoever starts the server. */
final class StoreUnusable extends RuntimeException {
    StoreUnusable(String sentence) {
        super(sentence, null, false, false);
    }

    /** The sentence, and no stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<StoreUnusable> {
        @Override
        protected FailureAnalysis analyze(Throwable all, StoreUnusable cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
        }
    }
}
