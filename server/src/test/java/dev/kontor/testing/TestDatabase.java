package dev.kontor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kontor.database.BundledPostgres;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** The one PostgreSQL of this test JVM: without fsync, in a temporary folder, gone at the end. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final BundledPostgres POSTGRES = start();
    private static final Path CONTENTS = folder();

    private static BundledPostgres start() {
        String software = System.getProperty("kontor.software", "../database/target/software");
        BundledPostgres postgres =
                BundledPostgres.startDisposable(Path.of(software).toAbsolutePath());
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        return postgres;
    }

    public static BundledPostgres postgres() {
        return POSTGRES;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                context,
                "kontor.database.url=" + POSTGRES.url(),
                "kontor.database.user=" + POSTGRES.user(),
                "kontor.database.password=" + POSTGRES.password(),
                "kontor.identity.registrations-per-address=100000",
                "kontor.limit.address=0",
                "kontor.bucket.key=" + "A".repeat(43) + "=",
                "kontor.bucket.private-networks=true",
                "kontor.bucket.timeout=2s",
                "kontor.bucket.retry=1s",
                "kontor.document.largest=1MB",
                "kontor.idempotency.patience=2s",
                // tests let time pass themselves
                "kontor.workspace.sweep=1h",
                "kontor.project.sweep=1h",
                "kontor.statistic.every=24h",
                "kontor.month.every=24h",
                "kontor.inference.sweep=1h",
                "kontor.storage.folder=" + CONTENTS);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("kontor-contents");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
