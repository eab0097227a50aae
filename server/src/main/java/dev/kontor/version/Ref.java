package dev.kontor.version;

import static dev.kontor.web.Refusal.NOT_FOUND;

import dev.kontor.access.DatasetPermission;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How somebody names a state of a dataset: a version's id or number ({@code 12}, {@code v12}), a branch, a tag,
 * {@code latest} (of the main branch), a draft ({@code draft-13}).
 */
public sealed interface Ref {
    String MAIN = "main";
    String LATEST = "latest";

    record OfVersion(UUID id) implements Ref {}

    record OfNumber(long number) implements Ref {}

    /** Of a branch or a tag; no two in a dataset share one. */
    record OfName(String name) implements Ref {}

    record OfDraft(long number) implements Ref {}

    /** Drafts are seen by those who may change them, versions by those who may read. */
    default DatasetPermission needs() {
        return this instanceof OfDraft ? DatasetPermission.DATASET_CHANGE : DatasetPermission.DATASET_READ;
    }

    static Ref read(String text) {
        Matcher draft = Forms.DRAFT.matcher(text.toLowerCase(Locale.ROOT));
        if (draft.matches()) {
            return new OfDraft(Long.parseLong(draft.group(1)));
        }
        Matcher number = Forms.NUMBER.matcher(text);
        if (number.matches()) {
            return new OfNumber(Long.parseLong(number.group(1)));
        }
        if (Forms.ID.matcher(text).matches()) {
            return new OfVersion(UUID.fromString(text));
        }
        if (text.isEmpty() || text.length() > 80) {
            throw NOT_FOUND.refused();
        }
        return new OfName(text.equals(LATEST) ? MAIN : text);
    }

    /** What tells them apart. */
    final class Forms {
        private static final Pattern DRAFT = Pattern.compile("draft-([1-9][0-9]{0,17})");
        private static final Pattern NUMBER = Pattern.compile("[vV]?([0-9]{1,18})");
        private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

        private Forms() {}
    }
}
