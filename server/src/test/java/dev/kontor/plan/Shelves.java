package dev.kontor.plan;

import static kontor.tables.Tables.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import dev.kontor.storage.StorageSettings;
import dev.kontor.testing.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the store keeps of a workspace: small contents as rows, large ones as files; what others refer to as well, and what not. */
final class Shelves {
    private static final String REFERRED_TO = """
        select encode(i.digest, 'hex') from item i join line l on l.id = i.line_id where i.digest is not null and l.workspace_id %1$s {0}
        union select encode(digest, 'hex') from document where digest is not null and workspace_id %1$s {0}
        union select encode(digest, 'hex') from import where digest is not null and workspace_id %1$s {0}
        union select encode(s.digest, 'hex') from sent_content s join dataset d on d.id = s.dataset_id where d.workspace_id %1$s {0}
        """;

    private final Stage stage;
    private final Path folder;
    private final Set<String> own;
    private final Set<String> shared;
    private final Set<String> files;

    Shelves(Stage stage, StorageSettings settings, UUID workspace) {
        this.stage = stage;
        this.folder = settings.folder();
        this.own = referredTo("=", workspace);
        this.shared = new HashSet<>(own);
        Set<String> others = referredTo("<>", workspace);
        own.removeAll(others);
        shared.retainAll(others);
        this.files = large();
        assertThat(stored(own)).isEqualTo(own);
        assertThat(own).as("some alone are files").anyMatch(files::contains);
        assertThat(own).as("and some are rows").anyMatch(digest -> !files.contains(digest));
        assertThat(shared).as("some of others are files").anyMatch(files::contains);
        assertThat(shared).as("and some are rows").anyMatch(digest -> !files.contains(digest));
        assertThat(files).allMatch(this::filed);
    }

    /** What it alone had is gone, row and file; the rest is there. */
    void lostTheirOwn(Runnable sweep) {
        stage.eventually(() -> {
            sweep.run();
            return stored(own).isEmpty() ? Optional.of(true) : Optional.empty();
        });
        own.stream().filter(files::contains).forEach(this::age);
        sweep.run();
        assertThat(own).noneMatch(this::filed);
        assertThat(stored(shared)).isEqualTo(shared);
        assertThat(shared.stream().filter(files::contains)).allMatch(this::filed);
    }

    private Set<String> referredTo(String how, UUID workspace) {
        return new HashSet<>(
                stage.sql().fetch(REFERRED_TO.formatted(how), val(workspace)).into(String.class));
    }

    private Set<String> stored(Set<String> digests) {
        return stored(digests, "true");
    }

    private Set<String> large() {
        Set<String> all = new HashSet<>(own);
        all.addAll(shared);
        return stored(all, "bytes is null");
    }

    private Set<String> stored(Set<String> digests, String which) {
        byte[][] wanted = digests.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        return stage.sql()
                .select(CONTENT.DIGEST)
                .from(CONTENT)
                .where("digest = any ({0}) and " + which, val(wanted))
                .fetchSet(row -> HexFormat.of().formatHex(row.value1()));
    }

    private Path file(String hex) {
        return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    private boolean filed(String hex) {
        return Files.exists(file(hex));
    }

    private void age(String hex) {
        try {
            Files.setLastModifiedTime(file(hex), FileTime.from(Instant.EPOCH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
