package dev.kontor.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The store as the server's settings have it, and nothing else of the server: for what the operator does from the shell. */
public record OperatorContents(ConfigurableApplicationContext context) implements AutoCloseable {

    @EnableConfigurationProperties(StorageSettings.class)
    static class Settings {}

    /**
     * @param folder for contents, where the settings do not say another one
     * @param wanted besides it
     */
    public static OperatorContents over(Connection connection, Path folder, Class<?>... wanted) {
        DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
        return of(
                new SpringApplicationBuilder(StorageConfiguration.class)
                        .sources(wanted)
                        .initializers(
                                (GenericApplicationContext beans) -> beans.registerBean(DSLContext.class, () -> sql)),
                folder);
    }

    /** Nothing but its settings. */
    public static OperatorContents settings(Path folder) {
        return of(new SpringApplicationBuilder(Settings.class), folder);
    }

    private static OperatorContents of(SpringApplicationBuilder builder, Path folder) {
        return new OperatorContents(builder.web(WebApplicationType.NONE)
                .properties(Map.of(
                        "kontor.storage.folder",
                        folder.toString(),
                        "spring.main.banner-mode",
                        "off",
                        "spring.main.log-startup-info",
                        "false",
                        "logging.level.root",
                        "warn"))
                .run());
    }

    /** The bucket that the settings name; nothing where they name none. */
    public String bucket() {
        return context.getEnvironment().getProperty("kontor.storage.s3.bucket", "");
    }

    public <T> T get(Class<T> wanted) {
        return context.getBean(wanted);
    }

    @Override
    public void close() {
        context.close();
    }
}
