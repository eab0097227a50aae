package dev.kontor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures how long a backup beside a running server takes, and its restoring, with many items and some gigabytes of files. */
final class BackupBench {
    private static final int MIB = 1 << 20;
    private static final Pattern ROWS = Pattern.compile("([\\d,]+) rows of");

    private final long items;
    private final int files;
    private final DataHome home;
    private final Path copy;
    private final Path file;
    private final Path app = Path.of(System.getProperty("kontor.bench.app", ""));
    private final Path bench;

    BackupBench(String[] options, Path target, Path bench) {
        boolean quick = List.of(options).contains("--quick");
        this.items = quick ? 50_000 : 1_000_000;
        this.files = quick ? 64 : 2_048;
        this.home = new DataHome(target.resolve("backup"), items, false);
        this.copy = target.resolve("restored");
        this.file = target.resolve("bench.backup");
        this.bench = bench;
    }

    void run() throws IOException, SQLException, InterruptedException {
        DataHome.Ready ready = home.open();
        List<String> flags =
                List.of(System.getProperty("kontor.bench.options", "").split(" +"));
        DataHome restored = new DataHome(copy, items, false);
        restored.close();
        try (BenchedServer server = BenchedServer.start(new BenchedServer.App(app, flags), bench, home.folder());
                Editor editor = new Editor(server.port(), ready.session())) {
            upload(editor);
            System.out.println(Machine.here(ready.postgres()));
            System.out.println(
                    "./kontor bench backup, %,d items, %,d files of 1 MiB, heap 256 MiB".formatted(items, files));
            System.out.println("\n| what | seconds | rows/s | MiB/s |\n| --- | ---: | ---: | ---: |");
            measure("backup beside the server", "Backup", home.folder());
            measure("restore, verifying included", "Restore", copy);
        } finally {
            home.close();
            restored.close();
            Files.deleteIfExists(file);
        }
    }

    private void upload(Editor editor) throws IOException {
        String draft = editor.draft(Editor.uploads(), "main");
        Random random = new Random(1);
        byte[] bytes = new byte[MIB];
        for (int i = 0; i < files; i++) {
            random.nextBytes(bytes);
            editor.put(draft, "file " + i, bytes);
        }
        editor.commit(draft);
    }

    private void measure(String title, String command, Path home) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String said = operate(command, home);
        double seconds = (System.nanoTime() - start) / 1e9;
        Matcher rows = ROWS.matcher(said);
        if (!rows.find()) {
            throw new IOException(said);
        }
        long count = Long.parseLong(rows.group(1).replace(",", ""));
        System.out.println("| %s (%,d rows, %,d MiB) | %.1f | %,.0f | %,.0f |"
                .formatted(
                        title,
                        count,
                        Files.size(file) / MIB,
                        seconds,
                        count / seconds,
                        Files.size(file) / MIB / seconds));
    }

    private String operate(String command, Path home) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "-Xmx256m",
                "-cp",
                app.resolve("kontor-app.jar") + ":" + app.resolve("lib") + "/*",
                "dev.kontor.backup." + command,
                home.toString(),
                file.toString()));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(text -> {
                System.err.println(text);
                said.append(text).append('\n');
            });
        }
        if (process.waitFor() != 0) {
            throw new IOException(said.toString());
        }
        return said.toString();
    }
}
