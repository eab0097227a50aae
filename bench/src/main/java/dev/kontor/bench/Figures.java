package dev.kontor.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of a case: in one round, or the median of several.
 *
 * @param perSecond requests answered
 * @param p50 latencies in milliseconds
 * @param statements SQL statements per request
 * @param server milliseconds of processor time per request in the server; likewise in PostgreSQL and the load generator
 */
record Figures(
        double perSecond,
        double p50,
        double p95,
        double p99,
        double statements,
        double server,
        double database,
        double load) {

    /** What the product uses up for a request, whoever else is busy on the machine. */
    double processor() {
        return server + database;
    }

    static Figures median(List<Figures> rounds) {
        return new Figures(
                median(rounds, Figures::perSecond),
                median(rounds, Figures::p50),
                median(rounds, Figures::p95),
                median(rounds, Figures::p99),
                median(rounds, Figures::statements),
                median(rounds, Figures::server),
                median(rounds, Figures::database),
                median(rounds, Figures::load));
    }

    static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Of latencies in nanoseconds, in milliseconds. */
    static double percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }

    static long[] sorted(List<long[]> parts) {
        long[] all = parts.stream().flatMapToLong(Arrays::stream).toArray();
        Arrays.sort(all);
        return all;
    }
}
