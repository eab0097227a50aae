package dev.kontor.draft;

import static dev.kontor.web.Refusal.*;

import dev.kontor.draft.Batch.One;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Received;
import dev.kontor.web.BoundedStream;
import dev.kontor.web.FormParts;
import dev.kontor.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final long LARGEST = (64 << 20) + WRAPPING;

    private final JsonMapper json;
    private final Contents contents;

    BatchReader(JsonMapper json, Contents contents) {
        this.json = json;
        this.contents = contents;
    }

    /** At least so many bytes of files are in it: some of the body is names, labels and headers of parts. */
    static long declared(HttpServletRequest request) {
        return Math.max(0, request.getContentLengthLong() - WRAPPING);
    }

    Batch read(HttpServletRequest request) throws IOException {
        List<Received> received = new ArrayList<>();
        try {
            return settled(taken(request, received), received);
        } catch (IOException | RuntimeException e) {
            received.forEach(Received::close);
            throw e;
        }
    }

    /** As they come, so that what is large is written once, where it waits to be kept. */
    private List<Entry> taken(HttpServletRequest request, List<Received> received) throws IOException {
        List<Entry> entries = null;
        FormParts parts = parts(request);
        for (var next = parts.next(); next.isPresent(); next = parts.next()) {
            FormParts.Part part = next.get();
            switch (part.name()) {
                case "items" -> entries = entries(part, request);
                case "file" -> received.add(received(part, received.size()));
                default -> throw UNKNOWN_FIELD.on(part.name(), part.name());
            }
        }
        if (entries == null) {
            throw FIELD_MISSING.on("items", "A part items, a JSON list,");
        }
        return entries;
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

    private Batch settled(List<Entry> entries, List<Received> received) {
        if (entries.size() != received.size()) {
            throw UNACCEPTABLE.on("file", "There are " + entries.size() + " items, but " + received.size() + " files.");
        }
        List<One> items = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            items.add(settled(entries.get(i), received.get(i)));
        }
        return new Batch(items, received);
    }

    /** What is not what was announced stays unsettled, and is refused alone. */
    private One settled(Entry entry, Received one) {
        if (!one.digest().equals(entry.digest())) {
            return new One(entry, Optional.of(DIGEST_MISMATCH.refused()));
        }
        contents.settle(one);
        return new One(entry, Optional.empty());
    }
}
