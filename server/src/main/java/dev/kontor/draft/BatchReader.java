package dev.kontor.draft;

import static dev.kontor.web.Refusal.*;

import dev.kontor.draft.Batch.One;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Received;
import dev.kontor.storage.Settling;
import dev.kontor.web.BoundedStream;
import dev.kontor.web.FormParts;
import dev.kontor.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a batch from a multipart body: a part {@code items} (a JSON list of entries), then a part {@code file} for each
 * of them, in the same order. It is read as it comes, never as a whole.
 */
@Component
class BatchReader {
    private static final long WRAPPING = 4 << 20;
    private static final long LARGEST = Batch.LARGEST + WRAPPING;

    private final JsonMapper json;
    private final Contents contents;
    private final Settling settling;

    BatchReader(JsonMapper json, Contents contents, Settling settling) {
        this.json = json;
        this.contents = contents;
        this.settling = settling;
    }

    /** At least so many bytes of files are in it: some of the body is names, labels and headers of parts. */
    static long declared(HttpServletRequest request) {
        return Math.max(0, request.getContentLengthLong() - WRAPPING);
    }

    Batch read(HttpServletRequest request) throws IOException {
        List<Received> received = new ArrayList<>();
        try (Settling.Lot lot = settling.lot()) {
            List<One> items = taken(request, new Arrived(received, lot));
            lot.end();
            return new Batch(items, received);
        } catch (IOException | RuntimeException e) {
            received.forEach(Received::close);
            throw e;
        }
    }

    /** As they come, so that what is large is written once, where it waits to be kept. */
    private List<One> taken(HttpServletRequest request, Arrived arrived) throws IOException {
        FormParts parts = parts(request);
        for (var next = parts.next(); next.isPresent(); next = parts.next()) {
            FormParts.Part part = next.get();
            switch (part.name()) {
                case "items" -> arrived.announced(entries(part, request));
                case "file" -> arrived.add(received(part, arrived.received.size()));
                default -> throw UNKNOWN_FIELD.on(part.name(), part.name());
            }
        }
        return arrived.all();
    }

    /** What has come of a batch. A file is settled as soon as it is known to be the one that was announced. */
    private static final class Arrived {
        private final List<Received> received;
        private final Settling.Lot settling;
        private final List<One> items = new ArrayList<>();
        private @Nullable List<Entry> entries;

        Arrived(List<Received> received, Settling.Lot settling) {
            this.received = received;
            this.settling = settling;
        }

        void announced(List<Entry> all) {
            if (entries != null) {
                throw UNACCEPTABLE.on("items", "There are two parts items.");
            }
            entries = all;
            pair();
        }

        void add(Received one) {
            received.add(one);
            pair();
        }

        private void pair() {
            while (entries != null && items.size() < Math.min(entries.size(), received.size())) {
                items.add(paired(entries.get(items.size()), received.get(items.size())));
            }
        }

        /** What is not what was announced stays unsettled, and is refused alone. */
        private One paired(Entry entry, Received one) {
            if (!one.digest().equals(entry.digest())) {
                return new One(entry, Optional.of(DIGEST_MISMATCH.refused()));
            }
            settling.begin(one);
            return new One(entry, Optional.empty());
        }

        List<One> all() {
            if (entries == null) {
                throw FIELD_MISSING.on("items", "A part items, a JSON list,");
            }
            if (entries.size() != received.size()) {
                throw UNACCEPTABLE.on(
                        "file", "There are " + entries.size() + " items, but " + received.size() + " files.");
            }
            return items;
        }
    }

    /** However long it says that it is. */
    private static FormParts parts(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        return FormParts.of(request, new BoundedStream(request.getInputStream(), LARGEST, in -> {
            throw tooLarge();
        }));
    }

    private static Refused tooLarge() {
        return TOO_LARGE.refused(Batch.MOST + " items or 64 MiB");
    }

    private List<Entry> entries(FormParts.Part part, HttpServletRequest request) throws IOException {
        try {
            return checked(json.readValue(part.in(), new TypeReference<List<Entry>>() {}));
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("items", e, new ServletServerHttpRequest(request));
        }
    }

    static List<Entry> checked(List<Entry> entries) {
        if (entries.size() > Batch.MOST) {
            throw TOO_LARGE.on("items", Batch.MOST + " items");
        }
        return entries;
    }

    private Received received(FormParts.Part part, int before) {
        if (before == Batch.MOST) {
            throw tooLarge();
        }
        return contents.receive(part.in());
    }
}
