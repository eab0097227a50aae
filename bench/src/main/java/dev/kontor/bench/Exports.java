package dev.kontor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Two boxes for each item go out in every format: how long that takes, with the heap that a server has anyway. */
final class Exports {
    private static final List<String> FORMATS = List.of("JSON_LINES", "COCO", "YOLO", "PASCAL_VOC");

    private final int port;
    private final String session;
    private final long boxes;

    Exports(int port, String session, long items) {
        this.port = port;
        this.session = session;
        this.boxes = 2 * items;
    }

    List<DataBench.Result> measure() throws IOException {
        List<DataBench.Result> results = new ArrayList<>();
        for (String format : FORMATS) {
            long start = System.nanoTime();
            read(Editor.million() + "/versions/main/export?format=" + format);
            double seconds = (System.nanoTime() - start) / 1e9;
            results.add(
                    new DataBench.Result("export of %,d boxes as %s".formatted(boxes, format), "s", 0, true, seconds));
        }
        return results;
    }

    /** To its end: where the server breaks off, this does. */
    private void read(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://localhost:" + port + path).toURL().openConnection();
        connection.setRequestProperty("Cookie", session);
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = connection.getInputStream()) {
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
            if (bytes < boxes) {
                throw new IOException("Only %d bytes came of %s.".formatted(bytes, path));
            }
        }
    }
}
