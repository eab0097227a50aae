package dev.kontor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Measures what changes many people at once, while others read: removing a collaborator, adding all of an organization,
 * editing roles. The installation is another one afterwards, so it is filled anew each time.
 */
final class PeopleBench {
    private static final int ROUNDS = 3;
    private static final int EDITS = 400;
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private final BenchHome folder;
    private final Path bench;

    PeopleBench(Path target, Path bench) {
        this.folder = new BenchHome(target.resolve("people"), AccessData.withPeople(ROUNDS));
        this.bench = bench;
    }

    /** How long a change took, in seconds, and the readers' p95 meanwhile, in milliseconds. */
    private record Change(double seconds, double readers) {}

    private interface Changing {
        void change() throws IOException;
    }

    void run() throws IOException, SQLException, InterruptedException {
        List<String> flags =
                List.of(System.getProperty("kontor.bench.options", "").split(" +"));
        Path app = Path.of(System.getProperty("kontor.bench.app", ""));
        BenchHome.Ready ready = folder.open();
        try (BenchedServer server = BenchedServer.start(new BenchedServer.App(app, flags), bench, folder.folder());
                Load load = new Load(server);
                Http http = new Http(server.port())) {
            measure(new Admin(http, ready), load, ready);
        } finally {
            folder.delete();
        }
    }

    private void measure(Admin admin, Load load, BenchHome.Ready ready) throws IOException, InterruptedException {
        Case reading = admin.reading();
        load.run(reading, Duration.ofSeconds(15));
        admin.editRoles(EDITS / 2);
        double calm = load.run(reading, WINDOW).p95();
        List<Change> removals = new ArrayList<>();
        List<Change> additions = new ArrayList<>();
        for (int n = 1; n <= ROUNDS; n++) {
            UUID crowd = admin.organization("Crowd " + n);
            removals.add(whileReading(load, reading, () -> admin.remove(crowd)));
            UUID newcomers = admin.organization("Newcomers " + n);
            if (admin.offersAdditions()) {
                additions.add(whileReading(load, reading, () -> admin.addAll(newcomers)));
            }
        }
        long[] edits = admin.editRoles(EDITS);
        print(Machine.here(ready.postgres()), calm, removals, additions, edits);
    }

    private static Change whileReading(Load load, Case reading, Changing changing)
            throws IOException, InterruptedException {
        CompletableFuture<Double> change = CompletableFuture.supplyAsync(() -> seconds(changing));
        double readers = load.run(reading, WINDOW).p95();
        try {
            return new Change(change.join(), readers);
        } catch (CompletionException fault) {
            throw new IOException(fault.getCause());
        }
    }

    private static double seconds(Changing changing) {
        long start = System.nanoTime();
        try {
            changing.change();
        } catch (IOException fault) {
            throw new CompletionException(fault);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(
            Machine machine, double calm, List<Change> removals, List<Change> additions, long[] edits) {
        System.out.printf("%s%n./kontor bench people%n%n", machine);
        System.out.println("| change | aim | got | readers' p95 meanwhile (%.1f ms without) |".formatted(calm));
        System.out.println("| --- | ---: | ---: | ---: |");
        row("removing a collaborator with 1,000 members and 50,000 levels", removals);
        row("adding all 1,000 people of an organization", additions);
        Arrays.sort(edits);
        double p95 = Figures.percentile(edits, 0.95);
        System.out.println("| editing a member's roles, p95 of %d | 50 ms | %.1f ms%s | |"
                .formatted(edits.length, p95, p95 <= 50 ? "" : " **missed**"));
    }

    /** The slowest of all rounds counts. */
    private static void row(String title, List<Change> changes) {
        if (changes.isEmpty()) {
            System.out.println("| %s | 2 s | not offered by this build | |".formatted(title));
            return;
        }
        double seconds = changes.stream().mapToDouble(Change::seconds).max().orElse(Double.NaN);
        double readers = changes.stream().mapToDouble(Change::readers).max().orElse(Double.NaN);
        System.out.println("| %s, slowest of %d | 2 s | %.2f s%s | %.1f ms |"
                .formatted(title, changes.size(), seconds, seconds <= 2 ? "" : " **missed**", readers));
    }
}
