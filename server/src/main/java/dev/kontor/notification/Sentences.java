package dev.kontor.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The sentences of notifications as plain text; pages and mails escape them where they stand. */
final class Sentences {
    private static final Mustache.Compiler PLAIN =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).defaultValue("");
    private static final Map<NotificationKind, Template> SENTENCES = new EnumMap<>(NotificationKind.class);
    private static final Map<NotificationKind, Template> PAGES = new EnumMap<>(NotificationKind.class);

    static {
        for (NotificationKind kind : NotificationKind.values()) {
            SENTENCES.put(kind, PLAIN.compile(kind.sentence()));
            PAGES.put(kind, PLAIN.compile(kind.page()));
        }
    }

    private Sentences() {}

    static String of(NotificationKind kind, Map<String, Object> words) {
        String sentence = Objects.requireNonNull(SENTENCES.get(kind)).execute(words);
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    static String page(NotificationKind kind, Map<String, Object> words) {
        return Objects.requireNonNull(PAGES.get(kind)).execute(words);
    }
}
