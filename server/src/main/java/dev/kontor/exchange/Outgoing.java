package dev.kontor.exchange;

import dev.kontor.storage.Content;
import dev.kontor.storage.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A version on its way out: what is written of which pages, into which zip, and what was lost on the way.
 *
 * @param images whether the files come along
 */
record Outgoing(
        About about,
        Format format,
        Format.Task task,
        boolean images,
        Figures figures,
        Pages pages,
        SpooledZip zip,
        Contents contents,
        Shortfall shortfall) {

    /** Which version it is, as files say. */
    record About(String dataset, long version, Instant committed, long items) {}

    /** The report in the zip. */
    record Report(Format format, String dataset, long version, long items, List<Shortfall.Lost> lost) {}

    List<String> categories() {
        return figures.categories(format, task);
    }

    /** By name, from a number on. */
    Map<String, Integer> numbered(int first) {
        List<String> names = categories();
        return java.util.stream.IntStream.range(0, names.size())
                .boxed()
                .collect(java.util.stream.Collectors.toMap(names::get, i -> i + first));
    }

    void text(String path, String text) throws IOException {
        try (Writer out = new OutputStreamWriter(zip.begin(path), StandardCharsets.UTF_8)) {
            out.write(text);
        }
    }

    void image(String path, Content content) throws IOException {
        try (InputStream in = contents.open(content)) {
            zip.store(format.images() + path, content.size(), content.crc32(), in);
        }
    }

    /** What does not fit the format's labels at all is told here, the rest is carried. */
    boolean carries(One one, String path) {
        if (!format.carries(one.type(), task)) {
            shortfall.add(Loss.LABEL_TYPE, one.type(), path);
            return false;
        }
        if (one.category().isEmpty()) {
            shortfall.add(Loss.NO_CATEGORY, one.type(), path);
            return false;
        }
        if (one.body().has("instance")) {
            shortfall.add(Loss.INSTANCE, one.type(), path);
        }
        for (String name : one.body().path("attributes").propertyNames()) {
            if (!format.carriesAttribute(name)) {
                shortfall.add(Loss.ATTRIBUTE, name, path);
            }
        }
        return true;
    }

    void report() throws IOException {
        if (!figures.catalog().isEmpty() && format != Format.JSON_LINES) {
            shortfall.add(Loss.CATALOG, "");
        }
        try (OutputStream out = zip.begin("report.json")) {
            out.write(Exact.JSON
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(
                            new Report(format, about.dataset(), about.version(), about.items(), shortfall.lost())));
        }
    }
}
