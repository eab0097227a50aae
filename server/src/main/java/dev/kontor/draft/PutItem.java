package dev.kontor.draft;

import static dev.kontor.web.Refusal.NOT_FOUND;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kontor.access.Actor;
import dev.kontor.storage.Received;
import dev.kontor.version.Item;
import dev.kontor.version.ItemPath;
import dev.kontor.version.Items;
import dev.kontor.version.Spot;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts single files into a draft. Those that somebody sends into one draft at the same time are staged together: one after
 * the other, each would wait for the commit of the one before.
 */
@Component
class PutItem {
    private static final int MOST = 64;
    private static final Duration LATELY = Duration.ofSeconds(1);

    private final StageItems stage;
    private final Items items;
    private final TransactionTemplate transaction;
    private final Convoy<Target, Long, Boolean> asking;
    private final Cache<Target, Boolean> allowed =
            Caffeine.newBuilder().expireAfterWrite(LATELY).maximumSize(10_000).build();
    private final Convoy<Target, Sent, Item> staging;

    PutItem(StageItems stage, Items items, TransactionTemplate transaction) {
        this.stage = stage;
        this.items = items;
        this.transaction = transaction;
        this.asking = new Convoy<>(MOST, declared -> Set.of(), this::mayPut);
        this.staging = new Convoy<>(MOST, sent -> Set.of(sent.path().text()), this::put);
    }

    /** Who sends, with which key, into which draft. */
    record Target(Actor actor, UUID datasetId, long number) {}

    /** A settled content, and where it goes. */
    record Sent(ItemPath path, Received received) {}

    /**
     * Asked before more bytes are taken in than memory holds; exactly, when they are staged. Who sends file after file is not
     * asked for each: what comes within a second, and is no larger than a batch, is at worst taken in for nothing.
     */
    void mayReceive(Target target, long declared) {
        if (declared > Batch.LARGEST || allowed.getIfPresent(target) == null) {
            mayPut(target, declared);
            allowed.put(target, true);
        }
    }

    void mayPut(Target target, long declared) {
        asking.go(target, declared);
    }

    /** The item as it is then. */
    Item put(Target target, Sent sent) {
        return staging.go(target, sent);
    }

    private List<Boolean> mayPut(Target target, List<Long> declared) {
        stage.mayStage(target.actor(), target.datasetId(), target.number(), Collections.max(declared));
        return Collections.nCopies(declared.size(), true);
    }

    /** Staged and read in one transaction: nobody commits the draft or changes the items in between. */
    private List<Item> put(Target target, List<Sent> lot) {
        return Objects.requireNonNull(transaction.execute(status -> staged(target, lot)));
    }

    private List<Item> staged(Target target, List<Sent> lot) {
        List<Batch.One> all = lot.stream()
                .map(sent -> Entry.of(sent.path().text(), sent.received().digest()))
                .map(entry -> new Batch.One(entry, Optional.empty()))
                .toList();
        Batch batch = new Batch(all, lot.stream().map(Sent::received).toList());
        Spot spot = stage.staged(target.actor(), target.datasetId(), target.number(), batch)
                .spot();
        List<String> paths = lot.stream().map(sent -> sent.path().text()).toList();
        Map<String, Item> now = items.at(spot, paths);
        return paths.stream()
                .map(path -> Optional.ofNullable(now.get(path)).orElseThrow(NOT_FOUND::refused))
                .toList();
    }
}
