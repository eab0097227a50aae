package dev.kontor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.testing.Specification;
import dev.kontor.testing.TestDatabase;
import dev.kontor.testing.TestStore;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import kontor.database.BundledPostgres;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Only the installation whose mark a store carries takes anything away from it. That the jobs ask is SharedStoreTest. */
@Specification
class StoreMarksTest {
    @TempDir
    Path folder;

    private Connection connection;
    private DSLContext sql;

    /** What is done here is seen by nobody else. */
    @BeforeEach
    void begin() throws SQLException {
        BundledPostgres postgres = TestDatabase.postgres();
        connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        connection.setAutoCommit(false);
        sql = DSL.using(connection, SQLDialect.POSTGRES);
    }

    @AfterEach
    void end() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private StoreMarks marks(LargeContents store) {
        return new StoreMarks(store, new Installations(sql));
    }

    private StoreMarks marks() throws IOException {
        return marks(new FileContents(folder, 0));
    }

    private String id() {
        return sql.fetchSingle("select id :: text from installation").get(0, String.class);
    }

    private void become(String id) {
        sql.execute("update installation set id = {0} :: uuid", DSL.val(id));
    }

    private String refused() {
        return sql.fetchSingle("select coalesce(refused, '') from installation").get(0, String.class);
    }

    @Test
    void theFirstMarksAStoreThatSaysNothing() throws IOException {
        Files.writeString(folder.resolve("from before there were marks"), "");
        assertThat(marks().faults()).isEmpty();
        assertThat(folder.resolve("installation"))
                .as("who only looks marks nothing")
                .doesNotExist();
        assertThat(marks().ours()).isTrue();
        assertThat(folder.resolve("installation")).hasContent(id());
        assertThat(marks().ours()).as("another node, or the next time").isTrue();
    }

    @Test
    void anotherOneTakesNothingAwayAndSaysSo() throws IOException {
        String first = id();
        String second = UUID.randomUUID().toString();
        assertThat(marks().ours()).isTrue();
        become(second);
        assertThat(marks().ours()).isFalse();
        assertThat(folder.resolve("installation")).hasContent(first);
        assertThat(refused())
                .startsWith("The folder " + folder + " carries the mark of another installation (" + first
                        + "; this one is " + second + ")")
                .contains("delete its mark, the file " + folder.resolve("installation"));
        assertThat(marks().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.thing()).isEqualTo("folder " + folder));
        become(first);
        assertThat(marks().ours()).isTrue();
        assertThat(refused()).isEmpty();
    }

    @Test
    void whoIsToldToTakesItOverOnce() throws IOException {
        String first = id();
        marks().ours();
        become(UUID.randomUUID().toString());
        sql.execute("select takes_over()");
        assertThat(marks().ours()).isTrue();
        assertThat(folder.resolve("installation")).hasContent(id());
        become(first);
        assertThat(marks().ours()).as("the one before is told to stop").isFalse();
        become(UUID.randomUUID().toString());
        assertThat(marks().ours()).as("that was once").isFalse();
        Files.delete(folder.resolve("installation"));
        assertThat(marks().ours()).as("the operator says that it is meant").isTrue();
    }

    @Test
    void aBucketIsMarkedAndTheFolderBesideIt() throws IOException {
        try (ObjectStore bucket = bucket(TestStore.shared().port())) {
            StoreMarks marks = marks(new ObjectContents(bucket, new FileContents(folder, 0)));
            assertThat(marks.ours()).isTrue();
            String first = id();
            become(UUID.randomUUID().toString());
            assertThat(marks.faults())
                    .hasSize(2)
                    .first()
                    .satisfies(fault -> assertThat(fault.thing()).startsWith("bucket " + TestStore.BUCKET));
            Files.delete(folder.resolve("installation"));
            assertThat(marks.ours()).as("one is another's").isFalse();
            become(first);
            assertThat(marks.ours()).as("now it is the other one").isFalse();
        }
    }

    /** The server starts, and nothing is taken away until it is known whose it is. */
    @Test
    void aStoreThatIsDownIsAskedAgain() throws IOException {
        try (ObjectStore bucket = bucket(1)) {
            StoreMarks marks = marks(new ObjectContents(bucket, new FileContents(folder, 0)));
            new SweepJobs(marks).mark();
            assertThatThrownBy(marks::ours).isInstanceOf(Refused.class);
        }
    }

    private static ObjectStore bucket(int port) {
        return new ObjectStore(new S3Settings(
                TestStore.BUCKET,
                URI.create("http://127.0.0.1:" + port),
                "us-east-1",
                true,
                TestStore.KEY,
                TestStore.SECRET,
                UUID.randomUUID() + "/",
                DataSize.ofMegabytes(5),
                Duration.ofSeconds(2),
                1,
                false,
                Duration.ofSeconds(30)));
    }
}
