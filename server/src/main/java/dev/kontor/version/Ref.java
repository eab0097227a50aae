package dev.kontor.version;

import static dev.kontor.web.Refusal.NOT_FOUND;

import dev.kontor.access.DatasetPermission;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How somebody names a state of a dataset: a version's id, a branch or {@code latest}, a draft. */
public sealed interface Ref {
    String MAIN = "main";

    record OfVersion(UUID id) implements Ref {}

    record OfBranch(String name) implements Ref {}

    record OfDraft(long number) implements Ref {}

    /** Drafts are seen by those who may change them, versions by those who may read. */
    default DatasetPermission needs() {
        return this instanceof OfDraft ? DatasetPermission.DATASET_CHANGE : DatasetPermission.DATASET_READ;
    }

    static Ref read(String text) {
        Matcher draft = Forms.DRAFT.matcher(text);
        if (draft.matches()) {
            return new OfDraft(Long.parseLong(draft.group(1)));
        }
        if (Forms.ID.matcher(text).matches()) {
            return new OfVersion(UUID.fromString(text));
        }
        if (text.isEmpty() || text.length() > 80) {
            throw NOT_FOUND.refused();
        }
        return new OfBranch(text.equals("latest") ? MAIN : text);
    }

    /** What tells them apart. */
    final class Forms {
        private static final Pattern DRAFT = Pattern.compile("draft-([1-9][0-9]{0,17})");
        private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

        private Forms() {}
    }
}
