package dev.kontor.exchange;

import dev.kontor.access.Actor;
import dev.kontor.access.Locks;
import dev.kontor.draft.PutLabels;
import dev.kontor.draft.UnpackArchive;
import dev.kontor.exchange.Import.Phase;
import dev.kontor.exchange.Import.Problem;
import dev.kontor.exchange.Import.State;
import dev.kontor.identity.Starters;
import dev.kontor.label.Catalog;
import dev.kontor.storage.Content;
import dev.kontor.storage.Contents;
import dev.kontor.version.Spots;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import dev.kontor.web.Text;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a file whole before anything of it is put into a draft, part by part, so that a broken one changes nothing; then
 * puts the files into the draft that came along.
 */
@Component
class ReadImport {
    static final int MOST_PROBLEMS = 1_000;
    private static final int MOST_USES = 10_000;
    private static final int TOLD = 20;

    private final Imports imports;
    private final ImportRows rows;
    private final Contents contents;
    private final Locks locks;
    private final Spots spots;
    private final PutLabels put;
    private final UnpackArchive unpack;
    private final Starters starters;
    private final ImportSettings settings;
    private final TransactionTemplate step;

    ReadImport(
            Imports imports,
            ImportRows rows,
            Contents contents,
            Locks locks,
            Spots spots,
            PutLabels put,
            UnpackArchive unpack,
            Starters starters,
            ImportSettings settings,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.rows = rows;
        this.contents = contents;
        this.locks = locks;
        this.spots = spots;
        this.put = put;
        this.unpack = unpack;
        this.starters = starters;
        this.settings = settings;
        // a request sent with a key is one transaction: what is refused in it is taken back alone
        this.step = new TransactionTemplate(transactions);
        this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Somebody cancelled, or another node reads it from the start. */
    private static final class GivenUp extends RuntimeException {}

    /** What came along was refused on its way: for a quota, or a full disk. */
    static final class Ended extends RuntimeException {
        private final transient UnpackArchive.Stopped why;

        Ended(UnpackArchive.Stopped why) {
            super(why.detail());
            this.why = why;
        }

        UnpackArchive.Stopped why() {
            return why;
        }
    }

    /** Says whether there is more to do. */
    boolean read(Import one) {
        int run = Objects.requireNonNull(step.execute(status -> {
            locks.shared(Locks.Scope.WORKSPACE, one.workspaceId());
            rows.clear(one.id());
            rows.forgetProblems(one.id());
            return imports.newRun(one.id());
        }));
        AtomicLong bytes = new AtomicLong();
        Findings found = new Findings(one.folder(), part -> hand(one.id(), run, part, bytes.get()));
        try {
            Source source = source(one, bytes);
            boolean files = files(one, source);
            bytes.set(0);
            parse(one, source, found);
            found.end();
            step.executeWithoutResult(status -> end(one, run, found, files));
            return true;
        } catch (GivenUp other) {
            return false;
        } catch (IOException broken) {
            throw Refusal.MALFORMED.refused("The file is broken, or ended before its end.");
        }
    }

    Source source(Import one, AtomicLong bytes) {
        Content content = contents.find(Objects.requireNonNull(one.digest())).orElseThrow(Refusal.NOT_FOUND::refused);
        return new Source(
                () -> new FilterInputStream(contents.open(content)) {
                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        int read = super.read(into, from, length);
                        bytes.addAndGet(Math.max(0, read));
                        return read;
                    }
                },
                settings.unpacked());
    }

    /** Whether files came along. */
    private static boolean files(Import one, Source source) throws IOException {
        boolean[] any = new boolean[1];
        if (source.archive()) {
            source.each((name, in) -> {
                any[0] = place(one.format(), name).isPresent();
                return !any[0];
            });
        }
        return any[0];
    }

    private static Optional<String> place(Format format, String name) {
        String images = format.images().substring(0, format.images().length() - 1);
        return Source.within(name, images, format == Format.PASCAL_VOC ? "Annotations" : "labels");
    }

    private static void parse(Import one, Source source, Findings found) throws IOException {
        switch (one.format()) {
            case JSON_LINES -> source.each(new ReadJsonLines(found)::read);
            case COCO -> source.each(new ReadCoco(found, one.boxes())::read);
            case YOLO -> ReadYolo.read(source, found);
            case PASCAL_VOC -> source.each(new ReadVoc(found)::read);
        }
    }

    private void hand(UUID id, int run, Findings.Part part, long bytes) {
        step.executeWithoutResult(status -> {
            Import now = still(id, run);
            rows.insert(id, part.items, part.labels);
            tell(now, part.problems);
            imports.readSoFar(id, bytes, part.labels.size(), part.problems.size());
        });
    }

    private Import still(UUID id, int run) {
        return imports.hold(id)
                .filter(one -> one.state() == State.RUNNING && one.run() == run)
                .orElseThrow(GivenUp::new);
    }

    /** The first thousand are kept. */
    void tell(Import now, List<Problem> problems) {
        long room = Math.max(0, MOST_PROBLEMS - now.counts().problems());
        rows.insertProblems(now.id(), problems.stream().limit(room).toList());
    }

    private void end(Import one, int run, Findings found, boolean files) {
        locks.shared(Locks.Scope.WORKSPACE, one.workspaceId());
        Import now = still(one.id(), run);
        Actor actor = starter(now).get();
        PutLabels.Place draft = new PutLabels.Place(one.datasetId(), one.draft());
        put.mayPut(actor, draft, 0);
        if (one.declares()) {
            put.declare(actor, draft, declared(one, found));
        }
        Catalog catalog = spots.find(actor, one.datasetId(), "draft-" + one.draft())
                .catalog()
                .map(Catalog::kept)
                .orElse(Catalog.EMPTY);
        TreeSet<String> missing = new TreeSet<>(found.types());
        missing.removeAll(catalog.types());
        if (!missing.isEmpty()) {
            throw Refusal.LABEL_TYPE_NOT_IN_CATALOG.refused(Findings.shortened(String.join(", ", missing)));
        }
        List<Problem> orphans = rows.orphans(one.id(), TOLD).stream()
                .map(key -> new Problem(
                        key.substring(key.indexOf(':') + 1),
                        "There are labels of an image of this number, but no such image."))
                .toList();
        tell(now, orphans);
        imports.readSoFar(one.id(), one.size(), 0, orphans.size());
        Phase next = files ? Phase.FILES : Phase.LABELS;
        imports.readWhole(one.id(), found.classes(), found.types(), next, rows.paths(one.id()));
    }

    /** What the file says of its catalog, and what its labels use; names that no catalog takes are left to be reported. */
    private String declared(Import one, Findings found) {
        ObjectNode catalog = Exact.JSON.createObjectNode();
        found.types().forEach(type -> catalog.putObject(type));
        // a catalog that comes along is taken as it is
        Set<ImportRows.Use> uses = new LinkedHashSet<>(found.catalog().equals("{}") ? found.uses() : Set.of());
        uses.addAll(rows.uses(one.id(), MOST_USES));
        for (ImportRows.Use use : uses) {
            String name =
                    one.format() == Format.COCO ? found.classes().getOrDefault(use.category(), "") : use.category();
            if (declarable(name)) {
                catalog.withObject("/" + use.type())
                        .withArray("/categories")
                        .addObject()
                        .put("name", name);
            }
        }
        return Catalog.union(List.of(found.catalog(), once(catalog)));
    }

    private static String once(ObjectNode catalog) {
        // several files of COCO may call one category by several numbers
        List<String> alone = new ArrayList<>(List.of("{}"));
        for (String type : catalog.propertyNames()) {
            for (var category : catalog.get(type).path("categories")) {
                ObjectNode one = Exact.JSON.createObjectNode();
                one.putObject(type).putArray("categories").add(category);
                alone.add(one.toString());
            }
            alone.add(Exact.JSON
                    .createObjectNode()
                    .set(type, Exact.JSON.createObjectNode())
                    .toString());
        }
        return Catalog.union(alone);
    }

    private static boolean declarable(String name) {
        try {
            return Text.name(name).equals(name);
        } catch (Refused refused) {
            return false;
        }
    }

    Supplier<Actor> starter(Import one) {
        return () -> starters.actor(one.starterId(), one.keyId()).orElseThrow(Refusal.NOT_SIGNED_IN::refused);
    }

    /** The files that came along. */
    boolean files(Import one) {
        Supplier<Actor> who = () -> starter(imports.find(one.id())
                        .filter(now -> now.state() == State.RUNNING)
                        .orElseThrow(GivenUp::new))
                .get();
        try (InputStream in = source(one, new AtomicLong()).open()) {
            UnpackArchive.Unpacked unpacked = unpack.unpack(
                    new UnpackArchive.Into(who, one.datasetId(), one.draft(), one.folder()),
                    name -> place(one.format(), name),
                    in);
            if (unpacked.stopped() != null) {
                if (unpacked.stopped().code().equals(Refusal.BUSY.code())) {
                    throw Refusal.BUSY.refused();
                }
                throw new Ended(unpacked.stopped());
            }
            step.executeWithoutResult(status -> imports.hold(one.id())
                    .filter(now -> now.state() == State.RUNNING && now.phase() == Phase.FILES)
                    .ifPresent(now -> {
                        tell(
                                now,
                                unpacked.outcomes().stream()
                                        .map(told -> new Problem(
                                                Findings.shortened(told.path()), String.valueOf(told.detail())))
                                        .toList());
                        imports.filesDone(one.id(), unpacked.staged(), unpacked.refused());
                    }));
            return true;
        } catch (GivenUp cancelled) {
            return false;
        } catch (IOException broken) {
            throw Refusal.MALFORMED.refused("The file is broken, or ended before its end.");
        }
    }
}
