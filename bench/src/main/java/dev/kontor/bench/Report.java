package dev.kontor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says what was measured: a table for people, JSON for programs, and each aim met or missed. */
final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String ROW = "| %-26s | %10s | %7s | %7s | %7s | %5s | %5s | %5s | %5s |";

    private final Machine machine;
    private final Options options;
    private final Map<Case, Figures> figures;

    Report(String postgres, Options options, Map<Case, Figures> figures) {
        this.machine = Machine.here(postgres);
        this.options = options;
        this.figures = figures;
    }

    void print() throws IOException {
        System.out.println(machine);
        System.out.println(options.command());
        System.out.println();
        System.out.println(
                ROW.formatted("case", "requests/s", "p50 ms", "p95 ms", "p99 ms", "SQL", "serv", "db", "load"));
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        figures.forEach((measured, f) -> System.out.println(ROW.formatted(
                measured.id(),
                "%,.0f".formatted(f.perSecond()),
                ms(f.p50()),
                ms(f.p95()),
                ms(f.p99()),
                "%.2f".formatted(f.statements()),
                ms(f.server()),
                ms(f.database()),
                ms(f.load()))));
        System.out.println();
        List<Aim> aims = aims();
        System.out.println("| aim | wanted | got |\n| --- | ---: | ---: |");
        aims.forEach(System.out::println);
        Files.createDirectories(
                Objects.requireNonNull(options.json().toAbsolutePath().getParent()));
        Files.writeString(options.json(), JSON.writeValueAsString(asJson(aims)) + "\n");
        System.out.println("%n%s".formatted(options.json()));
    }

    private Map<String, Object> asJson(List<Aim> aims) {
        Map<String, Object> cases = new LinkedHashMap<>();
        figures.forEach((measured, f) -> cases.put(measured.id(), f));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", machine);
        json.put("command", options.command());
        json.put("cases", cases);
        json.put("aims", aims);
        return json;
    }

    /** What was to be reached (issue 2), and whether it was. */
    private List<Aim> aims() {
        List<Aim> aims = new ArrayList<>();
        add(aims, Aim.atLeast("dataset: requests/s", 3_000, of("dataset", Figures::perSecond)));
        add(aims, Aim.atMost("dataset: SQL statements", 2, of("dataset", Figures::statements)));
        for (String page : List.of("first/", "deep/")) {
            Double admin = of(page + "admin", Figures::perSecond);
            for (Someone someone : Someone.values()) {
                String id = page + someone.name().toLowerCase(Locale.ROOT);
                Double perSecond = of(id, Figures::perSecond);
                add(aims, Aim.atLeast(id + ": requests/s", 1_200, perSecond));
                add(
                        aims,
                        Aim.atMost(
                                id + ": times slower than the admin's",
                                someone.mayBeSlower(),
                                ratio(admin, perSecond)));
                add(
                        aims,
                        Aim.atMost(
                                id + ": times slower than without authorization",
                                2,
                                ratio(of(id + "/open", Figures::perSecond), perSecond)));
                add(aims, Aim.atMost(id + ": SQL statements", 3, of(id, Figures::statements)));
            }
        }
        figures.forEach((measured, f) -> {
            if (measured.id().startsWith("search/")) {
                add(aims, Aim.atMost(measured.id() + ": p95 in ms", 30, f.p95()));
            }
        });
        return aims;
    }

    private static void add(List<Aim> aims, @Nullable Aim aim) {
        if (aim != null) {
            aims.add(aim);
        }
    }

    private @Nullable Double of(String id, java.util.function.Function<Figures, Double> figure) {
        return figures.entrySet().stream()
                .filter(e -> e.getKey().id().equals(id))
                .map(e -> figure.apply(e.getValue()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double ratio(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? null : a / b;
    }

    private static String ms(double value) {
        return "%.2f".formatted(value);
    }

    static void compare(Map<Case, Figures> before, Map<Case, Figures> now) {
        System.out.println("%-28s %10s %10s %8s   %10s %10s   %8s"
                .formatted("case", "before/s", "now/s", "times", "cpu before", "cpu now", "times"));
        List<Figures> after = List.copyOf(now.values());
        int i = 0;
        for (Map.Entry<Case, Figures> entry : before.entrySet()) {
            Figures a = entry.getValue();
            Figures b = after.get(i++);
            System.out.println("%-28s %10.0f %10.0f %8.3f   %10.3f %10.3f   %8.3f"
                    .formatted(
                            entry.getKey().id(),
                            a.perSecond(),
                            b.perSecond(),
                            b.perSecond() / a.perSecond(),
                            a.processor(),
                            b.processor(),
                            a.processor() / b.processor()));
        }
    }
}
