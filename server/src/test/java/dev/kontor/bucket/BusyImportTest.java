package dev.kontor.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.kontor.background.LongWork.Next;
import dev.kontor.storage.SweptMeanwhile;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.TestStore;
import dev.kontor.web.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** T-10: that the server is busy ends no import from a bucket, and is no failure of the bucket's. */
@Specification
class BusyImportTest {
    @Autowired
    Stage stage;

    @Autowired
    RunBucketImport run;

    @Autowired
    Scheduler scheduler;

    @Autowired
    ApplicationContext context;

    @Test
    void goesOnWhereASweepTookWhatItFetched() throws Exception {
        Client olga = stage.stranger("Olga");
        UUID workspace = olga.post("workspaces", Map.of("name", "Acme")).ok().id();
        UUID project = stage.project(olga, workspace, "Streets", "PUBLIC");
        UUID dataset = olga.post("projects/" + project + "/datasets", Map.of("name", "Roads"))
                .ok()
                .id();
        String at = "datasets/" + dataset;
        TestStore store = TestStore.shared();
        String prefix = dataset + "/";
        String large = UUID.randomUUID().toString().repeat(3_000);
        store.put(prefix + "one.txt", large);
        olga.put(at + "/authentication-info", store.credentials(store.port(), prefix))
                .says("200");
        String draft =
                at + "/drafts/" + olga.post(at + "/drafts", Map.of()).ok().at("/number");
        scheduler.pause();
        try {
            UUID id = olga.post(draft + "/bucket-imports", Map.of()).says("201").id();
            stage.sql().execute("update bucket_import set failures = 1000 where id = {0}", val(id));
            assertThat(SweptMeanwhile.during(context, large.getBytes(StandardCharsets.UTF_8), () -> {
                        try {
                            return run.step(id, () -> false).name();
                        } catch (Refused refused) {
                            return refused.refusal().code();
                        }
                    }))
                    .isEqualTo("busy");
            assertThat(run.step(id, () -> false)).isEqualTo(Next.END);
        } finally {
            scheduler.resume();
        }
        assertThat(olga.get(at + "/versions/draft-1/content?path=one.txt").ok().text())
                .isEqualTo(large);
    }
}
