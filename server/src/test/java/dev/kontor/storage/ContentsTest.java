package dev.kontor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Specification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows and files look the same from outside. */
@Specification
class ContentsTest {
    @Autowired
    Contents contents;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void readsWhatWasStored() throws IOException {
        for (int size : new int[] {0, 10, 64 << 10, (64 << 10) + 1, 300_000}) {
            byte[] bytes = bytes(size, 1);
            Digest digest = store(bytes);
            Content head = contents.heads(List.of(digest)).get(digest);
            assertThat(head.size()).isEqualTo(size);
            assertThat(bytes).startsWith(head.bytes());
            Content content = new Content(digest, size, head.crc32(), size <= 64 << 10 ? bytes : null, null);
            try (InputStream in = contents.open(content, size / 2, size - size / 2)) {
                assertThat(in.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(bytes, size / 2, size));
            }
        }
    }

    @Test
    void manyWhoSendTheSameContentsInAnyOrderDoNotBlockEachOther() throws Exception {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(bytes(100, 1000 + i));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                List<byte[]> shuffled = new ArrayList<>(all);
                Collections.shuffle(shuffled, new Random(t));
                running.add(threads.submit(() -> storeAll(shuffled)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private Digest store(byte[] bytes) {
        storeAll(List.of(bytes));
        try (Received received = contents.receive(new ByteArrayInputStream(bytes))) {
            return received.digest();
        }
    }

    private void storeAll(List<byte[]> all) {
        List<Received> received = all.stream()
                .map(bytes -> contents.receive(new ByteArrayInputStream(bytes)))
                .toList();
        received.forEach(contents::settle);
        transaction.executeWithoutResult(status -> contents.insert(received));
        received.forEach(Received::close);
    }

    private static byte[] bytes(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
