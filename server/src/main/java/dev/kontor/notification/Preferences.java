package dev.kontor.notification;

import static kontor.tables.Tables.NOTIFICATION_PREFERENCE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of what each user wants by mail; what nobody chose is as its kind has it. */
@Component
class Preferences {
    private final DSLContext sql;

    Preferences(DSLContext sql) {
        this.sql = sql;
    }

    /** @param fixed it is always mailed, and cannot be chosen */
    record Preference(NotificationKind kind, String title, boolean mail, boolean fixed) {}

    List<Preference> of(UUID userId) {
        Map<String, Boolean> chosen = sql.select(NOTIFICATION_PREFERENCE.KIND, NOTIFICATION_PREFERENCE.MAIL)
                .from(NOTIFICATION_PREFERENCE)
                .where(NOTIFICATION_PREFERENCE.USER_ID.eq(userId))
                .fetchMap(NOTIFICATION_PREFERENCE.KIND, NOTIFICATION_PREFERENCE.MAIL);
        return Arrays.stream(NotificationKind.values())
                .map(kind -> new Preference(
                        kind,
                        kind.title(),
                        kind.alwaysMailed() || chosen.getOrDefault(kind.name(), kind.mailed()),
                        kind.alwaysMailed()))
                .toList();
    }

    /** Whether that is another choice than before. */
    boolean choose(UUID userId, NotificationKind kind, boolean mail) {
        return sql.insertInto(NOTIFICATION_PREFERENCE)
                        .set(NOTIFICATION_PREFERENCE.USER_ID, userId)
                        .set(NOTIFICATION_PREFERENCE.KIND, kind.name())
                        .set(NOTIFICATION_PREFERENCE.MAIL, mail)
                        .onDuplicateKeyUpdate()
                        .set(NOTIFICATION_PREFERENCE.MAIL, mail)
                        .where(NOTIFICATION_PREFERENCE.MAIL.ne(mail))
                        .execute()
                == 1;
    }
}
