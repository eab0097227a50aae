package dev.kontor.draft;

import dev.kontor.storage.Digest;
import dev.kontor.storage.Received;
import dev.kontor.version.ItemPath;
import dev.kontor.web.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Items that come together, with the contents that were sent along. Closed when they are staged, or not. */
record Batch(List<One> items, List<Received> received) implements AutoCloseable {
    static final int MOST = 1000;
    /** Bytes of its files. */
    static final long LARGEST = 64 << 20;

    /** An item, and why it is refused before it is looked at: its bytes are others than was said. */
    record One(Entry entry, Optional<Refused> refused) {}

    Batch {
        items = List.copyOf(items);
        received = List.copyOf(received);
    }

    static Batch of(List<Entry> entries) {
        return new Batch(
                entries.stream().map(entry -> new One(entry, Optional.empty())).toList(), List.of());
    }

    List<Digest> digests() {
        return items.stream().map(one -> one.entry().digest()).toList();
    }

    /** All of them as one; what became of it is in this order, too. */
    static Batch joined(List<Batch> all) {
        return new Batch(
                all.stream().flatMap(one -> one.items.stream()).toList(),
                all.stream().flatMap(one -> one.received.stream()).toList());
    }

    /** Sent along, settled, and asked for by an item: what is not what was said of it stays unsettled. */
    List<Received> wanted() {
        Set<Digest> accepted = new HashSet<>();
        items.stream()
                .filter(one -> one.refused().isEmpty())
                .forEach(one -> accepted.add(one.entry().digest()));
        return received.stream()
                .filter(one -> one.settled() && accepted.contains(one.digest()))
                .toList();
    }

    /** Of those that are paths at all. */
    List<String> normalPaths() {
        List<String> paths = new ArrayList<>();
        for (One one : items) {
            try {
                paths.add(new ItemPath(one.entry().path()).text());
            } catch (Refused refused) {
                // said in its outcome
            }
        }
        return paths;
    }

    @Override
    public void close() {
        received.forEach(Received::close);
    }
}
