package dev.kontor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pictures are cut into deliveries and requests so that none is lost, empty or too large. */
class CollectionTest {
    @Test
    void splitsIntoDeliveries() {
        assertThat(sizes(10, "a", "b", "c")).containsExactly(3, 3, 4);
        assertThat(sizes(2, "a", "b", "c")).containsExactly(1, 1);
    }

    @Test
    void splitsIntoRequests() {
        assertThat(Upload.batches(pictures(1000, 10)).stream().map(List::size)).containsExactly(400, 400, 200);
        assertThat(Upload.batches(pictures(4, 10 << 20)).stream().map(List::size))
                .containsExactly(2, 2);
        assertThat(Upload.batches(pictures(2, 100 << 20)).stream().map(List::size))
                .containsExactly(1, 1);
    }

    @Test
    void samplesEvenly() {
        assertThat(Folder.sample(List.of(0, 1, 2, 3, 4, 5), 3)).containsExactly(0, 2, 4);
        assertThat(Folder.sample(List.of(0), 3)).containsExactly(0);
        assertThat(Folder.kind("a/b/c.png")).isEqualTo("b");
        assertThat(Folder.kind("c.png")).isEmpty();
    }

    @Test
    void knowsBoxesThatAreBoxes() throws IOException {
        var boxes = Photographs.boxes();
        assertThat(boxes).hasSizeGreaterThan(10).containsKey("things/coins.png");
        boxes.values().stream().flatMap(List::stream).forEach(box -> {
            int[] edge = Arrays.stream(box).skip(2).mapToInt(Integer::parseInt).toArray();
            assertThat(edge).as(String.join(" ", box)).hasSize(4);
            assertThat(edge[0] < edge[2] && edge[1] < edge[3])
                    .as(String.join(" ", box))
                    .isTrue();
        });
    }

    private static List<Integer> sizes(int pictures, String... messages) {
        return Collection.split(pictures(pictures, 1), List.of(messages)).stream()
                .map(delivery -> delivery.pictures().size())
                .toList();
    }

    private static List<Picture> pictures(int number, long size) {
        Content content = new Content(size, () -> new byte[0]);
        return IntStream.range(0, number)
                .mapToObj(i -> new Picture(i + ".png", content, Map.of()))
                .toList();
    }
}
