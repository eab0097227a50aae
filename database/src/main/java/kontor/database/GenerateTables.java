package kontor.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jooq.Constants;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.Definition;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/**
 * Writes jOOQ's classes for the tables ({@code kontor.tables}) and the views of the schema facts
 * ({@code kontor.tables.facts}), as the migrations make them on a disposable PostgreSQL. Does nothing when the SQL is
 * the one of the last time. Part of the build; jOOQ's generator is not there when the server runs.
 */
public final class GenerateTables {
    private static final String PACKAGE = "kontor.tables";

    private GenerateTables() {}

    /** Arguments: the folder of the migrations, the folder to write to, the folder of the unpacked PostgreSQL. */
    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[1]);
        Path mark = target.resolveSibling(target.getFileName() + ".sha256");
        String digest = digest(Path.of(arguments[0]));
        if (Files.exists(mark) && Files.readString(mark).equals(digest)) {
            return;
        }
        Files.deleteIfExists(mark);
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        try (BundledPostgres postgres = BundledPostgres.startDisposable(Path.of(arguments[2]))) {
            Migrations.apply(postgres.url(), postgres.user(), postgres.password());
            declareViewsNonNull(postgres);
            GenerationTool.generate(configuration(postgres, target));
        }
        Files.writeString(mark, digest);
    }

    private static String digest(Path migrations) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
        try (var ourselves = GenerateTables.class.getResourceAsStream("GenerateTables.class");
                Stream<Path> files = Files.list(migrations)) {
            digest.update(ourselves == null ? new byte[0] : ourselves.readAllBytes());
            for (Path file : files.sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** PostgreSQL takes every column of a view for nullable; ours hold no nulls, and we may say so in its catalogue. */
    private static void declareViewsNonNull(BundledPostgres postgres) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                update pg_attribute set attnotnull = true
                where attnum > 0 and attrelid in (
                    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'facts' and c.relkind = 'v')\
                """);
        }
    }

    private static Configuration configuration(BundledPostgres postgres, Path target) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(postgres.url())
                        .withUser(postgres.user())
                        .withPassword(postgres.password()))
                .withGenerator(new Generator()
                        .withStrategy(new Strategy().withName(FlatPackages.class.getName()))
                        .withDatabase(database())
                        .withGenerate(generate())
                        .withTarget(new Target().withPackageName(PACKAGE).withDirectory(target.toString())));
    }

    private static Database database() {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withSchemata(
                        new SchemaMappingType().withInputSchema("public"),
                        new SchemaMappingType().withInputSchema("facts"))
                .withExcludes("flyway_schema_history")
                .withIncludeRoutines(false)
                .withForcedTypes(new ForcedType().withName("INSTANT").withIncludeTypes("(?i:timestamp.*)"));
    }

    /** No records, no implicit joins: rows are mapped to our own records, and joins are written out. */
    private static Generate generate() {
        return new Generate()
                .withRecords(false)
                .withGeneratedAnnotation(false)
                .withImplicitJoinPathsToOne(false)
                .withImplicitJoinPathsToMany(false)
                .withImplicitJoinPathsManyToMany(false)
                .withComments(false)
                .withJavadoc(false);
    }

    /** One package for the tables and one for the views, instead of jOOQ's package per kind of object. */
    public static final class FlatPackages extends DefaultGeneratorStrategy {
        @Override
        public String getJavaPackageName(Definition definition, Mode mode) {
            boolean facts = definition.getSchema() != null
                    && definition.getSchema().getName().equals("facts");
            return facts ? PACKAGE + ".facts" : PACKAGE;
        }

        @Override
        public String getGlobalReferencesJavaPackageName(Definition container, Class<? extends Definition> kind) {
            return getJavaPackageName(container, Mode.DEFAULT);
        }
    }
}
