package dev.kontor.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to run.
 *
 * @param warm before anything is measured
 * @param each how long a case is measured in a round
 * @param rounds over all cases, the median of which counts
 * @param against the unpacked server to compare with, measured alternately on a home of its own
 * @param only cases whose id contains this
 */
record Options(
        Duration warm, Duration each, int rounds, Path home, Path json, Optional<Path> against, Optional<String> only) {
    static final String USAGE = """
        ./kontor bench access [--quick] [--seconds N] [--rounds N] [--only TEXT] [--home DIR] [--json FILE] [--against APP]
          --quick        a second per case, one round, for trying
          --seconds N    per case and round (6)
          --rounds N     over all cases (3)
          --only TEXT    cases whose id contains it
          --home DIR     where the measured installation is kept (bench/target/access)
          --json FILE    the figures for programs (bench/target/access.json)
          --against APP  another build's folder in target/app, measured alternately
        ./kontor bench people
          adding and removing a thousand people, editing roles, while others read; filled anew each time
        ./kontor bench data [--quick] [--items N] [--only PARTS] [--home DIR]
          versions, drafts, uploads and downloads at N items (1,000,000); --quick: 50,000 and few samples
          --only PARTS   some of read, open, change, chain, filter, export, bytes, beside (s3proxy)
          --home DIR     what is filled stays there, to be read again
        ./kontor bench backup [--quick]
          backing up and restoring 1,000,000 items and 2 GiB of files; --quick: 50,000 and 64 MiB
        ./kontor bench life [--quick]
          a purge beside readers, dashboards, daily figures of 10,000 workspaces; --quick: a twentieth of it\
        """;

    static Options read(String[] arguments, Path bench) {
        Options options = new Options(
                Duration.ofSeconds(30),
                Duration.ofSeconds(6),
                3,
                bench.resolve("access"),
                bench.resolve("access.json"),
                Optional.empty(),
                Optional.empty());
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--quick")) {
                options = new Options(
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(1),
                        1,
                        options.home,
                        options.json,
                        options.against,
                        options.only);
                continue;
            }
            if (++i == arguments.length) {
                throw new IllegalArgumentException(name + " needs a value.");
            }
            options = options.with(name, arguments[i]);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--seconds" ->
                new Options(warm, Duration.ofSeconds(Long.parseLong(value)), rounds, home, json, against, only);
            case "--rounds" -> new Options(warm, each, Integer.parseInt(value), home, json, against, only);
            case "--only" -> new Options(warm, each, rounds, home, json, against, Optional.of(value));
            case "--home" -> new Options(warm, each, rounds, Path.of(value), json, against, only);
            case "--json" -> new Options(warm, each, rounds, home, Path.of(value), against, only);
            case "--against" -> new Options(warm, each, rounds, home, json, Optional.of(Path.of(value)), only);
            default -> throw new IllegalArgumentException("bench access does not know " + name + ".");
        };
    }

    /** What to type for the same again. */
    String command() {
        return "./kontor bench access --seconds %d --rounds %d%s"
                .formatted(
                        each.toSeconds(),
                        rounds,
                        only.map(text -> " --only " + text).orElse(""));
    }
}
