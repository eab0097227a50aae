package dev.kontor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Several measurements in turn, in another order each round: who begins finds the machine in another state than who ends,
 * and what one leaves to be written is not paid for by the next.
 */
final class Rounds<K extends Enum<K>, R> {
    private final Class<K> kinds;
    private final Random random = new Random(13);

    Rounds(Class<K> kinds) {
        this.kinds = kinds;
    }

    /** Measures one of them; the round tells apart what is sent in it. */
    interface Measure<K, R> {
        R of(K kind, int round) throws IOException, InterruptedException;
    }

    /** What each got in each round. */
    List<Map<K, R>> run(int rounds, Measure<K, R> measure) throws IOException, InterruptedException {
        List<Map<K, R>> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            List<K> order = new ArrayList<>(List.of(kinds.getEnumConstants()));
            Collections.shuffle(order, random);
            Map<K, R> got = new EnumMap<>(kinds);
            for (K kind : order) {
                new ProcessBuilder("sync").start().waitFor();
                got.put(kind, measure.of(kind, i));
            }
            all.add(got);
        }
        return all;
    }
}
