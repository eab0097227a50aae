package dev.kontor.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who comes while a lot is on its way goes with the next; nobody is lost, mixed up, or refused for another's sake. */
class ConvoyTest {
    private final ConcurrentLinkedQueue<List<Integer>> lots = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @RepeatedTest(20)
    void everybodyGetsTheirOwnAnswer() throws Exception {
        var convoy = new Convoy<String, Integer, Integer>(8, Set::of, (key, all) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            lots.add(all);
            Thread.yield();
            inside.decrementAndGet();
            return all.stream().map(i -> i * 2).toList();
        });
        List<Integer> answers = atOnce(200, i -> convoy.go("draft", i));
        assertThat(answers)
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).map(i -> i * 2).boxed().toList());
        assertThat(most).hasValue(1);
        assertThat(lots).allMatch(lot -> lot.size() <= 8);
        assertThat(lots.stream().mapToInt(List::size).sum()).isEqualTo(200);
    }

    @RepeatedTest(5)
    void whoIsRefusedIsRefusedAlone() throws Exception {
        CountDownLatch come = new CountDownLatch(50);
        var convoy = new Convoy<String, Integer, String>(64, Set::of, (key, all) -> {
            await(come);
            lots.add(all);
            if (all.contains(13)) {
                throw Refusal.BAD_PATH.refused("13");
            }
            return all.stream().map(String::valueOf).toList();
        });
        List<String> answers = atOnce(50, i -> {
            come.countDown();
            try {
                return convoy.go("draft", i);
            } catch (Refused refused) {
                return "refused";
            }
        });
        for (int i = 0; i < 50; i++) {
            assertThat(answers.get(i)).isEqualTo(i == 13 ? "refused" : String.valueOf(i));
        }
    }

    @Test
    void aFaultIsEverybodysAndIsNotTriedAgain() throws Exception {
        CountDownLatch come = new CountDownLatch(20);
        var convoy = new Convoy<String, Integer, String>(64, Set::of, (key, all) -> {
            await(come);
            lots.add(all);
            throw new IllegalStateException("nothing can be reached");
        });
        List<String> answers = atOnce(20, i -> {
            come.countDown();
            try {
                return convoy.go("draft", i);
            } catch (IllegalStateException fault) {
                return "fault";
            }
        });
        assertThat(answers).containsOnly("fault");
        assertThat(lots.stream().mapToInt(List::size).sum()).isEqualTo(20);
    }

    @RepeatedTest(5)
    void twoOfOnePathNeverGoTogether() throws Exception {
        CountDownLatch come = new CountDownLatch(60);
        var convoy = new Convoy<String, Integer, Integer>(64, i -> Set.of(i % 5), (key, all) -> {
            await(come);
            lots.add(all);
            return all;
        });
        List<Integer> answers = atOnce(60, i -> {
            come.countDown();
            return convoy.go("draft", i);
        });
        assertThat(answers).hasSize(60);
        assertThat(lots.size()).as("together").isLessThan(60);
        assertThat(lots)
                .allSatisfy(lot -> assertThat(lot.stream().map(i -> i % 5)).doesNotHaveDuplicates());
    }

    /** However much one of them brings; together they bring no more than is to be done at once. */
    @RepeatedTest(5)
    void lotsAreBoundedByWhatIsInThem() throws Exception {
        CountDownLatch come = new CountDownLatch(40);
        var convoy = new Convoy<String, Set<Integer>, Integer>(10, all -> all, (key, all) -> {
            await(come);
            lots.add(all.stream().map(Set::size).toList());
            return all.stream().map(Set::size).toList();
        });
        List<Integer> answers = atOnce(40, i -> {
            come.countDown();
            int size = i == 7 ? 25 : i % 5;
            return convoy.go(
                    "draft", IntStream.range(0, size).mapToObj(j -> i * 100 + j).collect(Collectors.toSet()));
        });
        for (int i = 0; i < 40; i++) {
            assertThat(answers.get(i)).isEqualTo(i == 7 ? 25 : i % 5);
        }
        assertThat(lots.size()).as("together").isLessThan(30);
        assertThat(lots)
                .allSatisfy(lot -> assertThat(lot.size() == 1
                                || lot.stream().mapToInt(Integer::intValue).sum() <= 10)
                        .isTrue());
    }

    @Test
    void draftsDoNotWaitForEachOther() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        var convoy = new Convoy<Integer, Integer, Integer>(64, Set::of, (key, all) -> {
            both.countDown();
            await(both);
            return all;
        });
        assertThat(atOnce(2, i -> convoy.go(i, i))).containsExactly(0, 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface One<T> {
        T take(int i) throws Exception;
    }

    private static <T> List<T> atOnce(int times, One<T> one) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                int n = i;
                all.add(threads.submit(() -> {
                    start.await();
                    return one.take(n);
                }));
            }
            start.countDown();
        }
        List<T> answers = new ArrayList<>();
        for (Future<T> each : all) {
            answers.add(each.get());
        }
        return answers;
    }
}
