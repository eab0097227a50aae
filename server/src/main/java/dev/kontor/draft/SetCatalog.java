package dev.kontor.draft;

import static dev.kontor.web.Refusal.CHANGED_MEANWHILE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.dataset.Writable;
import dev.kontor.label.Catalog;
import dev.kontor.web.IfMatch;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Declares what labels there are, from this draft on. Labels that are there already stay. Refused where it is not at that revision. */
@Component
class SetCatalog {
    private final Access access;
    private final Drafts drafts;
    private final DraftLog log;

    SetCatalog(Access access, Drafts drafts, DraftLog log) {
        this.access = access;
        this.drafts = drafts;
        this.log = log;
    }

    @Transactional
    public void set(Actor actor, UUID datasetId, long number, JsonNode body, Optional<String> revision) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        Work work = drafts.take(grant, number);
        String before = drafts.catalog(work).orElse("{}");
        if (revision.isPresent() && !revision.get().equals(IfMatch.revisionOf(before))) {
            throw CHANGED_MEANWHILE.refused();
        }
        Catalog.read(body);
        drafts.setCatalog(work, body.toString());
        log.changed(work, 0, 0);
    }
}
