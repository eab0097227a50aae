package dev.kontor.storage;

import static kontor.tables.Tables.INSTALLATION;
import static org.jooq.impl.DSL.val;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of which Kontor this is, of which there is one row. All nodes on one database are one installation. */
@Component
public class Installations {
    private final DSLContext sql;

    Installations(DSLContext sql) {
        this.sql = sql;
    }

    /** @param takesOver whether stores become its own that were another one's */
    record Installation(UUID id, boolean takesOver) {}

    Installation get() {
        return sql.select(INSTALLATION.ID, INSTALLATION.TAKES_OVER)
                .from(INSTALLATION)
                .fetchSingle(row -> new Installation(row.value1(), row.value2()));
    }

    void tookOver() {
        sql.execute("update installation set takes_over = false where takes_over");
    }

    /** @param why nothing is taken away from the stores; null where it is */
    void refuse(@Nullable String why) {
        sql.execute(
                "update installation set refused = {0}, refused_at = case when {0} is null then null else now() end"
                        + " where refused is distinct from {0}",
                val(why, INSTALLATION.REFUSED));
    }
}
