package dev.kontor.exchange;

import dev.kontor.draft.ArchiveEntries;
import dev.kontor.web.Refusal;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.util.unit.DataSize;

/** A file that labels are read from: one text, or an archive of several. May be gone through several times. */
final class Source {
    private static final int HEAD = 64 << 10;

    private final Opener opener;
    private final DataSize most;

    interface Opener {
        InputStream open() throws IOException;
    }

    interface Reader {
        /** @return whether to go on */
        boolean read(String name, InputStream in) throws IOException;
    }

    /** @param most that is read of its files at one go */
    Source(Opener opener, DataSize most) {
        this.opener = opener;
        this.most = most;
    }

    InputStream open() throws IOException {
        return opener.open();
    }

    boolean archive() throws IOException {
        byte[] head = head();
        return head.length > 3
                && (head[0] == 'P' && head[1] == 'K'
                        || (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b
                        || head.length > 262
                                && new String(head, 257, 5, java.nio.charset.StandardCharsets.US_ASCII)
                                        .equals("ustar"));
    }

    private byte[] head() throws IOException {
        try (InputStream in = opener.open()) {
            return in.readNBytes(HEAD);
        }
    }

    /** Each file in it that is readable at all; of a text alone that. Links, devices and what is encrypted are passed over. */
    void each(Reader reader) throws IOException {
        long[] left = {most.toBytes()};
        if (!archive()) {
            try (InputStream in = new BufferedInputStream(opener.open(), HEAD)) {
                reader.read("", bounded(in, left));
            }
            return;
        }
        try (InputStream in = opener.open();
                ArchiveEntries entries = ArchiveEntries.open(in, ArchiveEntries.MOST)) {
            for (Optional<ArchiveEntries.Entry> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                if (entry.get().refused().isEmpty()
                        && !reader.read(entry.get().name(), bounded(entries.content(), left))) {
                    return;
                }
            }
        }
    }

    private InputStream bounded(InputStream in, long[] left) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                left[0] -= Math.max(0, read);
                if (left[0] < 0) {
                    throw Refusal.TOO_LARGE.refused(most.toMegabytes() + " MiB of unpacked labels");
                }
                return read;
            }
        };
    }

    /** Which format it has, told from names and first bytes; nothing where that says nothing. */
    Optional<Format> format() {
        try {
            if (archive()) {
                AtomicReference<Optional<Format>> found = new AtomicReference<>(Optional.empty());
                each((name, in) -> {
                    found.set(ofName(name));
                    return found.get().isEmpty();
                });
                return found.get();
            }
            return ofText(new String(head(), java.nio.charset.StandardCharsets.UTF_8).strip());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Optional<Format> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".jsonl")) {
            return Optional.of(Format.JSON_LINES);
        }
        if (lower.endsWith(".json")) {
            return Optional.of(Format.COCO);
        }
        if (lower.endsWith(".xml")) {
            return Optional.of(Format.PASCAL_VOC);
        }
        boolean yolo = lower.endsWith(".yaml")
                || lower.endsWith(".yml")
                || within(name, "labels", "images").isPresent();
        return yolo ? Optional.of(Format.YOLO) : Optional.empty();
    }

    private static Optional<Format> ofText(String text) {
        if (text.startsWith("<")) {
            return Optional.of(Format.PASCAL_VOC);
        }
        String first = text.lines().findFirst().orElse("");
        boolean ofOurs = first.startsWith("{") && (first.contains("\"kontor\"") || first.contains("\"path\""));
        if (ofOurs && !first.contains("\"annotations\"")) {
            return Optional.of(Format.JSON_LINES);
        }
        return text.startsWith("{") ? Optional.of(Format.COCO) : Optional.empty();
    }

    /**
     * A name without the first folder of that name, in it or at its beginning; nothing where there is none, or the other
     * folder stands before it: {@code labels/images/a.txt} is a text of labels, {@code images/labels/a.png} a picture.
     */
    static Optional<String> within(String name, String folder, String other) {
        List<String> steps = List.of((name.startsWith("./") ? name.substring(2) : name).split("/", -1));
        List<String> folders = steps.subList(0, steps.size() - 1);
        int at = folders.indexOf(folder);
        int before = folders.indexOf(other);
        return at < 0 || before >= 0 && before < at
                ? Optional.empty()
                : Optional.of(String.join("/", concat(steps.subList(0, at), steps.subList(at + 1, steps.size()))));
    }

    private static List<String> concat(List<String> a, List<String> b) {
        String[] all = Arrays.copyOf(a.toArray(String[]::new), a.size() + b.size());
        System.arraycopy(b.toArray(String[]::new), 0, all, a.size(), b.size());
        return List.of(all);
    }
}
