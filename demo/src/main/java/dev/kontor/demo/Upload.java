package dev.kontor.demo;

import dev.kontor.demo.Collection.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Makes a dataset of a collection: each delivery is a draft, filled by several requests at once, and committed. */
final class Upload {
    private static final int AT_ONCE = 3;
    private static final int BATCH_ITEMS = 400;
    private static final long BATCH_BYTES = 24L << 20;

    private final Visitor visitor;
    private final Collection collection;
    private final String dataset;
    private final List<String> refused = new ArrayList<>();

    private Upload(Account owner, UUID project, Collection collection) {
        this.visitor = owner.visitor();
        this.collection = collection;
        Map<String, String> wanted = Map.of("name", collection.name(), "description", collection.description());
        JsonNode made = visitor.post("projects/" + project + "/datasets", wanted);
        this.dataset = "datasets/" + made.get("id").stringValue();
    }

    static void of(Account owner, UUID project, Collection collection) {
        Upload upload = new Upload(owner, project, collection);
        collection.deliveries().forEach(upload::deliver);
    }

    private void deliver(Delivery delivery) {
        long begin = System.nanoTime();
        String draft = dataset + "/drafts/"
                + visitor.post(dataset + "/drafts", Map.of()).get("number").longValue();
        if (!collection.catalog().isEmpty()) {
            visitor.send("PUT", draft + "/catalog", collection.catalog());
        }
        fill(draft, delivery.pictures());
        if (refused.size() < delivery.pictures().size()) {
            visitor.post(draft + "/commit", Map.of("message", delivery.message()));
        }
        Say.line("%s: %s, %s in %s"
                .formatted(
                        collection.name(),
                        delivery.message().toLowerCase(Locale.ROOT),
                        Say.number(delivery.pictures().size() - refused.size(), "picture"),
                        Say.since(begin)));
        refused.stream().limit(5).forEach(sentence -> Say.line("  not taken: " + sentence));
        refused.clear();
    }

    private void fill(String draft, List<Picture> pictures) {
        AtomicInteger sent = new AtomicInteger();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<JsonNode>> answers = batches(pictures).stream()
                    .map(batch -> workers.submit(() -> {
                        JsonNode outcomes = new Batch(batch).send(visitor, draft);
                        Say.counting(collection.name(), sent.addAndGet(batch.size()), pictures.size());
                        return outcomes;
                    }))
                    .toList();
            try {
                for (Future<JsonNode> answer : answers) {
                    check(answer.get());
                }
            } finally {
                workers.shutdownNow();
            }
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof RuntimeException known ? known : new IllegalStateException(fault);
        } catch (InterruptedException stop) {
            throw new Trouble("Interrupted.");
        }
    }

    private void check(JsonNode outcomes) {
        for (JsonNode one : outcomes) {
            String outcome = one.get("outcome").stringValue();
            if (!outcome.equals("STAGED") && !outcome.equals("UNCHANGED")) {
                refused.add(one.get("path").stringValue() + ": "
                        + one.path("detail").asString(outcome));
            }
        }
    }

    static List<List<Picture>> batches(List<Picture> pictures) {
        List<List<Picture>> batches = new ArrayList<>();
        List<Picture> batch = new ArrayList<>();
        long bytes = 0;
        for (Picture picture : pictures) {
            bytes += picture.content().size();
            if (!batch.isEmpty() && (batch.size() == BATCH_ITEMS || bytes > BATCH_BYTES)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = picture.content().size();
            }
            batch.add(picture);
        }
        batches.add(List.copyOf(batch));
        return batches;
    }
}
