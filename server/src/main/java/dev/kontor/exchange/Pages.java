package dev.kontor.exchange;

import dev.kontor.access.Actor;
import dev.kontor.storage.Content;
import dev.kontor.version.Item;
import dev.kontor.version.Items;
import dev.kontor.version.RunningExports;
import dev.kontor.version.Spot;
import dev.kontor.version.Spots;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is written: page by page outside of any transaction, asking before each page whether the actor may
 * still read. May be gone through several times.
 */
final class Pages {
    private static final int LEAST = 10;
    private static final int MOST = 200;
    private static final long PAGE_CHARACTERS = 4 << 20;
    private static final int WITH_CONTENTS = 100;

    private final Spots spots;
    private final Items items;
    private final RunningExports exports;
    private final Actor actor;
    private final UUID datasetId;
    private final UUID versionId;
    private RunningExports.@Nullable Running running;

    Pages(Spots spots, Items items, RunningExports exports, Spot spot, RunningExports.@Nullable Running running) {
        this.spots = spots;
        this.items = items;
        this.exports = exports;
        this.actor = spot.grant().actor();
        this.datasetId = spot.grant().id();
        this.versionId = java.util.Objects.requireNonNull(spot.versionId());
        this.running = running;
    }

    interface Taker {
        void take(Item item) throws IOException;
    }

    interface ContentTaker {
        void take(Item item, Content content) throws IOException;
    }

    private Spot spot() {
        if (running != null) {
            running = exports.goesOn(running);
        }
        return spots.version(actor, datasetId, versionId.toString());
    }

    /** In the order of paths. */
    void each(Taker taker) throws IOException {
        String after = null;
        int limit = MOST / 2;
        for (List<Item> page; !(page = items.after(spot(), after, limit)).isEmpty(); ) {
            for (Item item : page) {
                taker.take(item);
            }
            after = page.getLast().path();
            limit = next(page);
        }
    }

    /** So many that their labels take about as much memory as they should, if they are like those before. */
    private static int next(List<Item> page) {
        long characters = page.stream()
                .mapToLong(item -> item.labels() == null ? 0 : item.labels().length())
                .sum();
        return (int) Math.clamp(PAGE_CHARACTERS * page.size() / Math.max(1, characters), LEAST, MOST);
    }

    void eachWithContent(ContentTaker taker) throws IOException {
        String after = null;
        while (true) {
            Spot spot = spot();
            List<Item> page = items.after(spot, after, WITH_CONTENTS);
            if (page.isEmpty()) {
                return;
            }
            Map<String, Content> contents = new HashMap<>();
            items.contentsAfter(spot, "", after, WITH_CONTENTS).forEach(one -> contents.put(one.path(), one.content()));
            for (Item item : page) {
                Content content = contents.get(item.path());
                if (content == null) {
                    throw new IOException("A version changed while it was written.");
                }
                taker.take(item, content);
            }
            after = page.getLast().path();
        }
    }
}
