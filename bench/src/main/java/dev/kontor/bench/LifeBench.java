package dev.kontor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures what the life of workspaces costs the others: a purge of a million items beside readers and writers, the figures that
 * dashboards show, the daily count of ten thousand workspaces.
 */
final class LifeBench {
    private static final Duration EACH = Duration.ofSeconds(4);
    private static final Duration TURN = Duration.ofMillis(1_500);
    private static final int COUNTS = 3;

    private final AccessData.Lives lives;
    private final BenchHome home;
    private final Path bench;
    private final List<DataBench.Result> results = new ArrayList<>();

    LifeBench(AccessData.Lives lives, Path target, Path bench) {
        this.lives = lives;
        this.home = new BenchHome(target.resolve("life"), AccessData.withLives(lives));
        this.bench = bench;
    }

    static AccessData.Lives lives(String[] options) {
        if (options.length == 0) {
            return AccessData.Lives.FULL;
        }
        if (options.length == 1 && options[0].equals("--quick")) {
            return new AccessData.Lives(500, 50_000, 5_000);
        }
        throw new IllegalArgumentException("bench life does not know " + options[0] + ".");
    }

    void run() throws IOException, SQLException, InterruptedException {
        List<String> flags = new ArrayList<>(
                List.of(System.getProperty("kontor.bench.options", "").split(" +")));
        flags.addAll(List.of(
                "-Xmx512m",
                "-Dkontor.workspace.sweep=1s",
                "-Dkontor.project.sweep=1s",
                "-Dkontor.storage.sweep=1s",
                "-Dkontor.statistic.every=24h"));
        Path app = Path.of(System.getProperty("kontor.bench.app", ""));
        BenchHome.Ready ready = home.open();
        LargeFiles.write(home.folder().resolve("contents"), lives.contents());
        System.err.printf("%d items, filled in %.0f s%n", lives.items(), ready.seconds());
        try (BenchedServer server = BenchedServer.start(new BenchedServer.App(app, flags), bench, home.folder());
                Load load = new Load(server);
                Living living = new Living(server.port(), ready)) {
            for (Case dashboard : living.dashboards()) {
                load.run(dashboard, EACH);
                Figures got = load.run(dashboard, EACH);
                result(dashboard.title() + ", p95", "ms", 50, got.p95());
            }
            result(
                    "daily figures of %,d workspaces, slowest of %d".formatted(lives.workspaces() + 52, COUNTS),
                    "s",
                    60,
                    counted(living));
            purge(load, living);
            System.out.println(Machine.here(ready.postgres()));
            System.out.println("./kontor bench life");
            System.out.println("\n| what | aim | got | serv | db |\n| --- | ---: | ---: | ---: | ---: |");
            results.forEach(System.out::println);
        } finally {
            home.delete();
        }
    }

    private static double counted(Living living) throws IOException {
        double slowest = 0;
        for (int i = 0; i < COUNTS; i++) {
            slowest = Math.max(slowest, living.job("countingDays") / 1e3);
        }
        return slowest;
    }

    private void purge(Load load, Living living) throws IOException, InterruptedException {
        Map<String, List<long[]>> idle = new TreeMap<>();
        turns(load, living, new TreeMap<>(), 4); // warms
        turns(load, living, idle, 8);
        Map<String, List<long[]>> meanwhile = new TreeMap<>();
        long start = System.nanoTime();
        living.due();
        String left = living.left();
        while (!left.isEmpty()) {
            turns(load, living, meanwhile, 1);
            String now = living.left();
            if (!now.equals(left)) {
                System.err.printf("%.1f s: left %s%n", (System.nanoTime() - start) / 1e9, now);
            }
            left = now;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        result(
                "purge of %,d items and %,d contents, store and labels swept"
                        .formatted(lives.items(), lives.contents()),
                "s",
                120,
                seconds);
        for (Case one : living.others()) {
            double calm = p95(idle, one);
            double busy = p95(meanwhile, one);
            result(one.title() + ", p95 without it", "ms", 0, calm);
            result(one.title() + ", p95 meanwhile", "ms", 0, busy);
            result("the second against the first", "times", 1.5, busy / calm);
        }
    }

    private static void turns(Load load, Living living, Map<String, List<long[]>> into, int times)
            throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            for (Case one : living.others()) {
                into.computeIfAbsent(one.id(), id -> new ArrayList<>()).addAll(load.latencies(one, TURN));
            }
        }
    }

    private static double p95(Map<String, List<long[]>> of, Case one) {
        return Figures.percentile(Figures.sorted(of.getOrDefault(one.id(), List.of())), 0.95);
    }

    private void result(String title, String unit, double aim, double got) {
        results.add(new DataBench.Result(title, unit, aim, true, got));
    }
}
