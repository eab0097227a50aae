package dev.kontor.draft;

import static dev.kontor.web.Refusal.*;

import dev.kontor.draft.Batch.One;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Received;
import dev.kontor.web.BoundedStream;
import dev.kontor.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
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
        FileItemIterator parts = parts(request);
        while (more(parts)) {
            FileItemStream part = parts.next();
            String name = Objects.requireNonNullElse(part.getFieldName(), "");
            switch (name) {
                case "items" -> entries = entries(part, request);
                case "file" -> received.add(received(part, received.size()));
                default -> throw UNKNOWN_FIELD.on(name, name);
            }
        }
        if (entries == null) {
            throw FIELD_MISSING.on("items", "A part items, a JSON list,");
        }
        return entries;
    }

    private static FileItemIterator parts(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding("UTF-8");
        try {
            return upload.getItemIterator(new Body(request));
        } catch (FileUploadException e) {
            throw notMultipart();
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private static boolean more(FileItemIterator parts) {
        try {
            return parts.hasNext();
        } catch (FileUploadException e) {
            throw notMultipart();
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    /** However long it says that it is. */
    private record Body(HttpServletRequest request) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return Objects.requireNonNullElse(request.getContentType(), "");
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new BoundedStream(request.getInputStream(), LARGEST, in -> {
                throw tooLarge();
            });
        }
    }

    private static Refused tooLarge() {
        return TOO_LARGE.refused(Batch.MOST + " items or 64 MiB");
    }

    private static Refused notMultipart() {
        return MALFORMED.refused("The body is not multipart/form-data.");
    }

    private static Refused brokenOff() {
        return MALFORMED.refused("The upload broke off before its end.");
    }

    private List<Entry> entries(FileItemStream part, HttpServletRequest request) throws IOException {
        try (InputStream in = part.openStream()) {
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

    private Received received(FileItemStream part, int before) throws IOException {
        if (before == Batch.MOST) {
            throw tooLarge();
        }
        try (InputStream in = part.openStream()) {
            return contents.receive(in);
        }
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
