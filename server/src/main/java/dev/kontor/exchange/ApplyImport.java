package dev.kontor.exchange;

import dev.kontor.access.Actor;
import dev.kontor.draft.PutLabels;
import dev.kontor.draft.PutLabels.Put;
import dev.kontor.draft.PutLabels.Wanted;
import dev.kontor.exchange.Import.Counts;
import dev.kontor.exchange.Import.Problem;
import dev.kontor.exchange.ImportRows.ItemRow;
import dev.kontor.exchange.ImportRows.LabelRow;
import dev.kontor.version.Item;
import dev.kontor.version.Items;
import dev.kontor.version.Spot;
import dev.kontor.version.Spots;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts labels that were read from a file to the items of a draft, a page of paths in each transaction. */
@Component
class ApplyImport {
    private static final int PAGE = 500;
    private static final long PAGE_BYTES = 8 << 20;
    private static final long ITEM_BYTES = 4 << 20;
    private static final int MOST_UNKNOWN = 200;

    private final Imports imports;
    private final ImportRows rows;
    private final Spots spots;
    private final Items items;
    private final PutLabels put;
    private final ReadImport reading;

    ApplyImport(Imports imports, ImportRows rows, Spots spots, Items items, PutLabels put, ReadImport reading) {
        this.imports = imports;
        this.rows = rows;
        this.spots = spots;
        this.items = items;
        this.put = put;
        this.reading = reading;
    }

    /** One page in the making. */
    private record Page(Map<String, List<ItemRow>> byPath, boolean last) {
        String end() {
            return List.copyOf(byPath.keySet()).getLast();
        }
    }

    /** Says whether there is more to do; to be asked within a transaction that holds the import. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean page(Import one, Actor actor) {
        List<Problem> problems = new ArrayList<>();
        Page page = page(one, problems);
        if (page.byPath().isEmpty()) {
            return false;
        }
        Spot draft = spots.find(actor, one.datasetId(), "draft-" + one.draft());
        Map<String, Item> found = found(one, draft, page.byPath().keySet());
        Map<String, List<LabelRow>> labels = rows.labels(one.id(), keys(page));
        ItemLabels making = new ItemLabels(one, labels, problems);
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        page.byPath().forEach((path, its) -> {
            Item item = found.get(path);
            if (item == null) {
                problems.add(new Problem(path, "There is no such item in the draft."));
            } else {
                making.of(item, its).ifPresent(all -> wanted.put(item.path(), all));
            }
        });
        List<Put> outcomes = put.put(actor, new PutLabels.Place(one.datasetId(), one.draft()), wanted);
        tell(one, page, outcomes, problems);
        return !page.last();
    }

    private Page page(Import one, List<Problem> problems) {
        List<ItemRow> next = rows.after(one.id(), one.after(), PAGE + 1);
        boolean full = next.size() > PAGE;
        Map<String, List<ItemRow>> byPath = new LinkedHashMap<>();
        next.forEach(row ->
                byPath.computeIfAbsent(row.path(), _ -> new ArrayList<>()).add(row));
        if (full && byPath.size() > 1) {
            // of the last one there may be more
            byPath.remove(next.getLast().path());
        }
        Map<String, Long> sizes = rows.sizes(one.id(), keys(new Page(byPath, false)));
        Map<String, List<ItemRow>> fitting = new LinkedHashMap<>();
        long bytes = 0;
        for (var path : byPath.entrySet()) {
            long size = path.getValue().stream()
                    .mapToLong(row -> sizes.getOrDefault(row.key(), 0L)
                            + (row.body() == null ? 0 : row.body().length()))
                    .sum();
            if (bytes + size > PAGE_BYTES && !fitting.isEmpty()) {
                return new Page(fitting, false);
            }
            bytes += Math.min(size, ITEM_BYTES);
            boolean tooMany = size > ITEM_BYTES;
            if (tooMany) {
                problems.add(new Problem(path.getKey(), "Its labels are larger than an item's may be."));
            }
            fitting.put(path.getKey(), tooMany ? List.of() : path.getValue());
        }
        return new Page(fitting, !full);
    }

    private static Collection<String> keys(Page page) {
        return page.byPath().values().stream()
                .flatMap(List::stream)
                .map(ItemRow::key)
                .toList();
    }

    /** By how the file calls them. */
    private Map<String, Item> found(Import one, Spot draft, Collection<String> paths) {
        if (one.format() != Format.YOLO) {
            return items.at(draft, paths);
        }
        List<String> candidates = new ArrayList<>();
        for (String stem : paths) {
            Stems.ENDINGS.forEach(ending -> {
                candidates.add(stem + "." + ending);
                candidates.add(stem + "." + ending.toUpperCase(java.util.Locale.ROOT));
            });
        }
        Map<String, Item> found = new HashMap<>();
        items.at(draft, candidates).values().stream()
                .filter(item -> item.picture() != null)
                .forEach(item -> Stems.of(item.path())
                        .ifPresent(stem ->
                                found.merge(stem, item, (a, b) -> a.path().compareTo(b.path()) < 0 ? a : b)));
        return found;
    }

    private void tell(Import one, Page page, List<Put> outcomes, List<Problem> problems) {
        TreeSet<String> unknown = new TreeSet<>(one.unknown());
        long changed = 0;
        long unchanged = 0;
        for (Put outcome : outcomes) {
            outcome.unknown().stream()
                    .map(Findings::shortened)
                    .takeWhile(_ -> unknown.size() < MOST_UNKNOWN)
                    .forEach(unknown::add);
            switch (outcome.kind()) {
                case PUT -> changed++;
                case UNCHANGED -> unchanged++;
                case REFUSED, ABSENT ->
                    problems.add(new Problem(
                            outcome.path(),
                            Optional.ofNullable(outcome.detail()).orElse("It is gone.")));
            }
        }
        reading.tell(one, problems);
        imports.put(
                one.id(),
                page.end(),
                page.byPath().size(),
                new Counts(changed, unchanged, 0, 0, problems.size()),
                List.copyOf(unknown));
    }
}
