package dev.kontor.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * T-06 to T-11, T-08: the table of section 7, cell by cell and through HTTP: what each level may do by each route that a
 * permission guards, in the browser and with an access key. Somebody is let through where the answer is no 403; what they
 * then ask for is often refused for another reason, so that nothing changes underway.
 */
@Specification
class PermissionTableTest {
    /** With whom the levels are filled on a PRIVATE dataset of Pia's. */
    private static final Map<DatasetLevel, String> HOLDERS = Map.of(
            DatasetLevel.PREVIEWER, "Lena",
            DatasetLevel.VIEWER, "Mo",
            DatasetLevel.USER, "Ann",
            DatasetLevel.EDITOR, "Dev",
            DatasetLevel.ADMIN, "Dora",
            DatasetLevel.OWNER, "Pia");

    private static final String ROUTES = """
        DATASET_PREVIEW    | GET    |
        DATASET_PREVIEW    | GET    | /preview
        DATASET_READ       | GET    | /versions
        DATASET_READ       | GET    | /versions/main
        DATASET_READ       | GET    | /versions/main/items
        DATASET_READ       | GET    | /versions/main/folders
        DATASET_READ       | GET    | /versions/main/folder
        DATASET_READ       | GET    | /versions/main/item?path=a.txt
        DATASET_READ       | GET    | /versions/main/content?path=a.txt
        DATASET_READ       | GET    | /versions/main/catalog
        DATASET_READ       | GET    | /versions/main/zip
        DATASET_READ       | GET    | /versions/main/export
        DATASET_READ       | GET    | /versions/main/export/report
        DATASET_READ       | GET    | /versions/main/folder-counts
        DATASET_READ       | GET    | /branches
        DATASET_READ       | GET    | /branches/main
        DATASET_READ       | GET    | /tags
        DATASET_READ       | GET    | /diff?from=main&to=main
        DATASET_READ       | GET    | /diff/counts?from=main&to=main
        DATASET_CHANGE     | DELETE | /branches/no-branch
        DATASET_CHANGE     | DELETE | /tags/no-tag
        DATASET_CHANGE     | DELETE | /versions/no-version
        DATASET_CHANGE     | PATCH  |                        | {"description": "again"}
        DATASET_CHANGE     | POST   | /drafts                | {}
        DATASET_CHANGE     | GET    | /drafts
        DATASET_CHANGE     | GET    | /drafts/N
        DATASET_CHANGE     | GET    | /drafts/N/changes
        DATASET_CHANGE     | POST   | /drafts/N/known        | {"digests": []}
        DATASET_CHANGE     | POST   | /drafts/N/items        | {"items": []}
        DATASET_CHANGE     | POST   | /drafts/N/imports?format=JSON_LINES | {}
        DATASET_CHANGE     | GET    | /drafts/N/imports
        DATASET_CHANGE     | DELETE | /drafts/N/imports/PIA
        DATASET_CHANGE     | PUT    | /drafts/N/catalog      | {}
        DATASET_CHANGE     | PATCH  | /drafts/N/item?path=no | {"metadata": {}}
        DATASET_CHANGE     | DELETE | /drafts/N/item?path=no
        DATASET_CHANGE     | POST   | /drafts/N/commit       | {"message": "nothing"}
        DATASET_CHANGE     | DELETE | /drafts/999
        DATASET_CHANGE     | GET    | /versions/draft-N/items
        DATASET_CHANGE     | GET    | /authentication-info
        DATASET_CHANGE     | GET    | /bucket-imports
        DATASET_CHANGE     | DELETE | /bucket-imports/PIA
        DATASET_CHANGE     | POST   | /drafts/N/bucket-imports | {}
        DATASET_CHANGE     | GET    | /inference-reservations
        DATASET_CHANGE     | POST   | /inference-reservations | {"files": 0}
        DATASET_CHANGE     | GET    | /inference-reservations/PIA
        DATASET_CHANGE     | PATCH  | /inference-reservations/PIA | {"inferred": 0}
        DATASET_CHANGE     | POST   | /inference-reservations/PIA/settlement | {"inferred": 0}
        DATASET_ADMINISTER | PUT    | /authentication-info   | {"bucket": "x", "accessKey": "x", "secretKey": "x"}
        DATASET_ADMINISTER | DELETE | /authentication-info
        DATASET_ADMINISTER | PATCH  |                        | {"name": "Closed"}
        DATASET_ADMINISTER | PATCH  |                        | {"visibility": "PRIVATE"}
        DATASET_ADMINISTER | DELETE | ?name=mistyped
        DATASET_ADMINISTER | GET    | /members
        DATASET_ADMINISTER | PUT    | /members/PIA           | {"level": "VIEWER"}
        DATASET_ADMINISTER | DELETE | /members/PIA
        DATASET_ADMINISTER | GET    | /opening
        DATASET_INVITE     | GET    | /invitees
        DATASET_INVITE     | GET    | /links
        DATASET_INVITE     | GET    | /applications
        DATASET_INVITE     | POST   | /links                 | {"level": "OWNER"}
        DATASET_APPROVE    | POST   | /applications/PIA/approval
        DATASET_APPROVE    | POST   | /applications/PIA/rejection
        DATASET_ADMINISTER | DELETE | /opening
        DATASET_OWN        | PUT    | /ownership             | {"userId": "PIA"}
        """;

    @Autowired
    Stage stage;

    Cast cast;
    UUID dataset;
    String draft = "";
    final Map<DatasetLevel, Client> browsers = new EnumMap<>(DatasetLevel.class);
    final Map<DatasetLevel, Client> keys = new EnumMap<>(DatasetLevel.class);

    @BeforeAll
    void acme() {
        cast = stage.cast();
        dataset = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Closed", "visibility", "PRIVATE"))
                .ok()
                .id();
        String drafts = "datasets/" + dataset + "/drafts";
        String first = drafts + "/" + cast.pia.post(drafts, Map.of()).ok().at("/number");
        new Upload()
                .file("a.txt", "a".getBytes(StandardCharsets.UTF_8))
                .to(cast.pia, first)
                .ok();
        cast.pia.post(first + "/commit", Map.of("message", "first")).ok();
        draft = cast.pia.post(drafts, Map.of()).ok().at("/number");
        for (DatasetLevel level : DatasetLevel.values()) {
            Client holder = cast.who(String.valueOf(HOLDERS.get(level)));
            browsers.put(level, holder);
            keys.put(level, stage.withNewKey(holder, List.of(), List.of()));
            if (level != DatasetLevel.OWNER) {
                cast.ada
                        .put("datasets/" + dataset + "/members/" + holder.id(), Map.of("level", level.name()))
                        .ok();
            }
        }
    }

    record Cell(DatasetPermission permission, String method, String path, String body) {}

    static Stream<Cell> rows() {
        return ROUTES.lines().map(line -> {
            String[] cells = line.split("\\|", 4);
            return new Cell(
                    DatasetPermission.valueOf(cells[0].strip()),
                    cells[1].strip(),
                    cells[2].strip(),
                    cells.length > 3 ? cells[3].strip() : "");
        });
    }

    static Stream<Arguments> cells() {
        return rows().flatMap(row -> Stream.of(DatasetLevel.values()).map(level -> Arguments.of(row, level)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("cells")
    void everyCellIsAsTheTableSays(Cell cell, DatasetLevel level) {
        boolean held = cell.permission().heldBy(level);
        assertThat(letThrough(browsers.get(level), cell)).isEqualTo(held);
        boolean byKey =
                held && (cell.permission() == DatasetPermission.DATASET_PREVIEW || level.reaches(DatasetLevel.USER));
        assertThat(letThrough(keys.get(level), cell)).as("with an access key").isEqualTo(byKey);
    }

    private boolean letThrough(Client who, Cell cell) {
        String path = cell.path()
                .replace("/N", "/" + draft)
                .replace("draft-N", "draft-" + draft)
                .replace("PIA", cast.pia.id().toString());
        String body = cell.body().replace("PIA", cast.pia.id().toString());
        Answer answer = who.send(cell.method(), "datasets/" + dataset + path, body.isEmpty() ? null : body, Map.of());
        if (answer.status() == 403) {
            answer.says("403 forbidden");
            assertThat(answer.at("/permission")).isEqualTo(cell.permission().name());
        }
        return answer.status() != 403;
    }

    /** What a dataset says that one can do with it is what the routes let through. */
    @Test
    void canIsTheTable() {
        for (DatasetLevel level : DatasetLevel.values()) {
            Answer seen = browsers.get(level).get("datasets/" + dataset).ok();
            assertThat(seen.at("/level")).isEqualTo(level.name());
            for (DatasetPermission permission : DatasetPermission.values()) {
                assertThat(seen.texts("/can").contains(permission.name()))
                        .as("%s %s", level, permission)
                        .isEqualTo(permission.heldBy(level));
            }
        }
    }
}
