package dev.kontor.draft;

import static dev.kontor.web.Refusal.*;

import dev.kontor.draft.Batch.One;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Received;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
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
 * of them, in the same order.
 */
@Component
class BatchReader {
    private static final long WRAPPING = 4 << 20;

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
        List<Part> files = new ArrayList<>();
        List<Entry> entries = null;
        for (Part part : parts(request)) {
            switch (part.getName()) {
                case "items" -> entries = entries(part, request);
                case "file" -> files.add(part);
                default -> throw UNKNOWN_FIELD.on(part.getName(), part.getName());
            }
        }
        if (entries == null) {
            throw FIELD_MISSING.on("items", "A part items, a JSON list,");
        }
        if (entries.size() != files.size()) {
            throw UNACCEPTABLE.on("file", "There are " + entries.size() + " items, but " + files.size() + " files.");
        }
        return receive(entries, files);
    }

    private static Iterable<Part> parts(HttpServletRequest request) throws IOException {
        try {
            return request.getParts();
        } catch (IllegalStateException tooLarge) {
            throw TOO_LARGE.refused(Batch.MOST + " items or 64 MiB");
        } catch (ServletException e) {
            throw MALFORMED.refused("The body is not multipart/form-data.");
        } catch (IOException e) {
            throw MALFORMED.refused("The upload broke off before its end.");
        }
    }

    private List<Entry> entries(Part part, HttpServletRequest request) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return checked(json.readValue(in, new TypeReference<List<Entry>>() {}));
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

    private Batch receive(List<Entry> entries, List<Part> files) throws IOException {
        List<One> items = new ArrayList<>();
        List<Received> received = new ArrayList<>();
        try {
            for (int i = 0; i < entries.size(); i++) {
                Received one = receive(files.get(i));
                received.add(one);
                items.add(settled(entries.get(i), one));
            }
            return new Batch(items, received);
        } catch (IOException | RuntimeException e) {
            received.forEach(Received::close);
            throw e;
        }
    }

    /** What is not what was announced stays unsettled, and is refused alone. */
    private One settled(Entry entry, Received one) {
        if (!one.digest().equals(entry.digest())) {
            return new One(entry, Optional.of(DIGEST_MISMATCH.refused()));
        }
        contents.settle(one);
        return new One(entry, Optional.empty());
    }

    private Received receive(Part file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return contents.receive(in);
        }
    }
}
