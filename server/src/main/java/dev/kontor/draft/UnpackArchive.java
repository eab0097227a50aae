package dev.kontor.draft;

import dev.kontor.access.Actor;
import dev.kontor.draft.Batch.One;
import dev.kontor.draft.Outcome.Kind;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Received;
import dev.kontor.version.ItemPath;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts the files of an archive into a draft, some hundred in each transaction, once all of it has come: an upload that is
 * cancelled or breaks off leaves nothing. What is refused does not spoil the rest; what stops the unpacking leaves what was
 * staged until then, and says so.
 */
@Component
public class UnpackArchive {
    private static final int BATCH = 500;
    /** Not more than so much waits to be looked at by a quota. */
    private static final long BATCH_BYTES = 64 << 20;

    private static final int TOLD = 1_000;

    private final StageItems stage;
    private final Contents contents;

    UnpackArchive(StageItems stage, Contents contents) {
        this.stage = stage;
        this.contents = contents;
    }

    /**
     * Into which folder of which draft.
     *
     * @param actor asked for before each part: who still may
     */
    public record Into(Supplier<Actor> actor, UUID datasetId, long number, String folder) {}

    /**
     * @param refused how many files; outcomes are the first 1,000 of them
     * @param stopped why the rest was not looked at; null where there was none
     */
    public record Unpacked(
            long staged,
            long unchanged,
            long refused,
            List<Outcome> outcomes,
            @Nullable Stopped stopped) {
        public Unpacked {
            outcomes = List.copyOf(outcomes);
        }
    }

    public record Stopped(String code, String detail) {}

    Unpacked unpack(Into into, InputStream in) throws IOException {
        stage.mayStage(into.actor().get(), into.datasetId(), into.number(), 0);
        try (Received archive = contents.receive(in);
                InputStream bytes = archive.open()) {
            return unpack(into, Optional::of, bytes);
        }
    }

    /**
     * Of one that came already.
     *
     * @param where the place of a file in the folder, by its name in the archive; what has none is passed over
     */
    public Unpacked unpack(Into into, Function<String, Optional<String>> where, InputStream in) {
        stage.mayStage(into.actor().get(), into.datasetId(), into.number(), 0);
        String folder = ItemPath.folder(into.folder());
        Run run = new Run(into, folder, where);
        try (ArchiveEntries entries = ArchiveEntries.open(in, ArchiveEntries.MOST)) {
            run.through(entries);
        }
        return run.report();
    }

    private final class Run {
        private final Into into;
        private final String folder;
        private final Function<String, Optional<String>> where;
        private final List<Outcome> outcomes = new ArrayList<>();
        private List<One> items = new ArrayList<>();
        private List<Received> received = new ArrayList<>();
        private long waiting;
        private long staged;
        private long unchanged;
        private long refused;
        private @Nullable Stopped stopped;

        Run(Into into, String folder, Function<String, Optional<String>> where) {
            this.into = into;
            this.folder = folder;
            this.where = where;
        }

        void through(ArchiveEntries entries) {
            try {
                for (Optional<ArchiveEntries.Entry> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                    take(entry.get(), entries);
                    if (items.size() >= BATCH || waiting >= BATCH_BYTES) {
                        flush();
                    }
                }
                flush();
            } catch (Refused end) {
                flushQuietly();
                if (end.refusal() == Refusal.QUOTA_EXCEEDED && staged == 0) {
                    throw end;
                }
                stopped = new Stopped(end.refusal().code(), end.detail());
            } finally {
                received.forEach(Received::close);
            }
        }

        /** What is wrong with one is told of it; what is wrong with all ends it. */
        private void take(ArchiveEntries.Entry entry, ArchiveEntries entries) {
            Optional<String> place = where.apply(entry.name());
            if (place.isEmpty()) {
                return;
            }
            String path = folder + place.get();
            try {
                if (entry.refused().isPresent()) {
                    throw entry.refused().get();
                }
                String checked = new ItemPath(path).text();
                Received one = contents.receive(entries.content());
                received.add(one);
                waiting += one.size();
                contents.settle(one);
                items.add(new One(Entry.of(checked, one.digest()), Optional.empty()));
            } catch (Refused reason) {
                if (ends(reason)) {
                    throw reason;
                }
                tell(Outcome.refused(path, reason));
            }
        }

        private boolean ends(Refused reason) {
            return switch (reason.refusal()) {
                case ARCHIVE_BOMB, MALFORMED, STORE_FULL, STORE_UNAVAILABLE, QUOTA_EXCEEDED, BUSY -> true;
                default -> false;
            };
        }

        private void flush() {
            if (items.isEmpty()) {
                return;
            }
            try (Batch batch = new Batch(items, received)) {
                items = new ArrayList<>();
                received = new ArrayList<>();
                waiting = 0;
                stage.stage(into.actor().get(), into.datasetId(), into.number(), batch)
                        .forEach(this::tell);
            }
        }

        /** What came whole before an archive broke is kept; unless the draft is what broke. */
        private void flushQuietly() {
            try {
                flush();
            } catch (Refused gone) {
                // the first reason is told
            }
        }

        private void tell(Outcome outcome) {
            if (outcome.outcome() == Kind.STAGED) {
                staged++;
            } else if (outcome.outcome() == Kind.UNCHANGED) {
                unchanged++;
            } else {
                refused++;
                if (outcomes.size() < TOLD) {
                    outcomes.add(outcome);
                }
            }
        }

        Unpacked report() {
            return new Unpacked(staged, unchanged, refused, outcomes, stopped);
        }
    }
}
