package dev.kontor.node;

import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import kontor.database.BundledPostgres;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Takes the home before anything else happens, and lets PostgreSQL start while Spring does. */
public final class Start implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Home home = holdOrExit(Path.of(environment.getRequiredProperty("kontor.home")));
        context.getBeanFactory().registerSingleton("home", home);
        DatabaseSettings settings = Binder.get(environment).bindOrCreate("kontor.database", DatabaseSettings.class);
        if (settings.external()) {
            checkOrExit(settings);
        } else {
            context.getBeanFactory().registerSingleton("startingPostgres", new StartingPostgres(start(home, settings)));
        }
    }

    /** The PostgreSQL on its way. */
    record StartingPostgres(Future<BundledPostgres> postgres) {}

    private static Future<BundledPostgres> start(Home home, DatabaseSettings settings) {
        Path folder = home.folder().resolve("postgres");
        FutureTask<BundledPostgres> start = new FutureTask<>(() -> BundledPostgres.start(folder, settings.port()));
        Thread.ofPlatform().name("postgres-start").start(start);
        return start;
    }

    private static void checkOrExit(DatabaseSettings settings) {
        try {
            ExternalDatabase.check(settings);
        } catch (DatabaseUnusable refusal) {
            throw exit(refusal);
        }
    }

    private static Home holdOrExit(Path folder) {
        try {
            return Home.hold(folder);
        } catch (HomeInUse refusal) {
            throw exit(refusal);
        }
    }

    /** Whoever starts the server gets the sentence, and no stack trace. */
    private static RuntimeException exit(RuntimeException refusal) {
        System.err.println(refusal.getMessage());
        System.exit(1);
        return refusal;
    }
}
