package dev.kontor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures what authorization costs: fills an installation, serves it, and asks for lists and single things as all kinds of people. */
final class AccessBench {
    private static final AccessData DATA = AccessData.full();

    private final Options options;
    private final Path bench;

    AccessBench(Options options, Path bench) {
        this.options = options;
        this.bench = bench;
    }

    /** A server with the load for it and what to ask it. */
    private record Served(BenchHome.Ready home, BenchedServer server, Load load, List<Case> cases)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            load.close();
            server.close();
        }
    }

    void run() throws IOException, SQLException, InterruptedException {
        // the script says how ./kontor serve starts Java, so that this is no second opinion
        List<String> flags =
                List.of(System.getProperty("kontor.bench.options", "").split(" +"));
        Path app = Path.of(System.getProperty("kontor.bench.app", ""));
        try (Served now = serve(app, flags, options.home())) {
            if (options.against().isEmpty()) {
                Map<Case, Figures> figures = measure(List.of(now)).getFirst();
                new Report(now.home().postgres(), options, figures).print();
                return;
            }
            Path other = options.against().get().toAbsolutePath();
            List<String> itsFlags = flags.stream()
                    .map(flag -> flag.replace(app.toString(), other.toString()))
                    .toList();
            try (Served before = serve(
                    other,
                    itsFlags,
                    options.home().resolveSibling(options.home().getFileName() + "-against"))) {
                List<Map<Case, Figures>> both = measure(List.of(before, now));
                Report.compare(both.getFirst(), both.getLast());
            }
        }
    }

    private Served serve(Path app, List<String> flags, Path folder) throws IOException, SQLException {
        BenchHome home = new BenchHome(folder, DATA);
        BenchHome.Ready ready = home.open();
        say("%s: %d datasets, ready after %.1f s", folder, DATA.sizes().datasets(), ready.seconds());
        BenchedServer server = BenchedServer.start(new BenchedServer.App(app, flags), bench, home.folder());
        List<Scout.Seen> people = new ArrayList<>();
        try (Http http = new Http(server.port())) {
            Scout scout = new Scout(http, ready.workspaceId());
            for (Someone someone : Someone.values()) {
                people.add(scout.look(someone, ready.cookie(someone)));
            }
            scout.compare(people.getFirst());
        }
        List<Case> cases = AccessCases.of(ready.workspaceId(), people).stream()
                .filter(c -> options.only().map(c.id()::contains).orElse(true))
                .toList();
        return new Served(ready, server, new Load(server), cases);
    }

    /** Rounds over all cases, each measured on every server before the next. */
    private List<Map<Case, Figures>> measure(List<Served> servers) throws IOException, InterruptedException {
        List<Case> cases = servers.getFirst().cases();
        List<Map<Case, List<Figures>>> figures = servers.stream()
                .<Map<Case, List<Figures>>>map(s -> new LinkedHashMap<>())
                .toList();
        Duration warm = options.warm().dividedBy(cases.size());
        say("warming up for %d s", options.warm().toSeconds());
        for (int i = 0; i < cases.size(); i++) {
            for (Served served : servers) {
                served.load().run(served.cases().get(i), warm);
            }
        }
        for (int round = 1; round <= options.rounds(); round++) {
            say(
                    "round %d of %d: %d cases of %d s",
                    round,
                    options.rounds(),
                    cases.size() * servers.size(),
                    options.each().toSeconds());
            for (int i = 0; i < cases.size(); i++) {
                for (int s = 0; s < servers.size(); s++) {
                    Served served = servers.get(s);
                    Figures got = served.load().run(served.cases().get(i), options.each());
                    figures.get(s)
                            .computeIfAbsent(served.cases().get(i), c -> new ArrayList<>())
                            .add(got);
                }
            }
        }
        return figures.stream().map(AccessBench::medians).toList();
    }

    private static Map<Case, Figures> medians(Map<Case, List<Figures>> rounds) {
        Map<Case, Figures> medians = new LinkedHashMap<>();
        rounds.forEach((measured, figures) -> medians.put(measured, Figures.median(figures)));
        return medians;
    }

    private static void say(String format, Object... values) {
        System.err.println(format.formatted(values));
    }
}
