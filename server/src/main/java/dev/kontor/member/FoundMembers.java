package dev.kontor.member;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.web.Found;
import dev.kontor.web.Found.Place;
import dev.kontor.web.Words;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * The SQL of searching people by name or, where there is an @, by address: members whom the reader sees (M-03) of workspaces whose members page
 * they see (M-01), each once, in the order of names.
 */
@Component
public class FoundMembers {
    private static final Field<UUID> SEARCHED = field(name("s", "workspace_id"), SQLDataType.UUID);
    private static final Field<String> NAME = field(name("k", "sort_name"), String.class);
    private static final Field<UUID> USER = field(name("k", "user_id"), UUID.class);
    private static final Field<UUID> IN = field(name("k", "workspace_id"), UUID.class);

    private final DSLContext sql;

    FoundMembers(DSLContext sql) {
        this.sql = sql;
    }

    /** Of several workspaces the one created first is named. */
    public record Hit(UUID id, String name, String email, Person.Organization organization, Place workspace) {}

    public Found<Hit> find(List<Reach> reaches, Words words, int limit) {
        if (reaches.isEmpty()) {
            return Found.nothing();
        }
        Select<?> once = select(NAME, USER, IN)
                .distinctOn(NAME, USER)
                .from(matching(reaches, words, limit))
                .orderBy(NAME, USER, IN)
                .limit(inline(limit + 1));
        return Found.of(
                sql.select(
                                APP_USER.ID,
                                APP_USER.NAME,
                                APP_USER.EMAIL,
                                ORGANIZATION.ID,
                                ORGANIZATION.NAME,
                                WORKSPACE.ID,
                                WORKSPACE.NAME)
                        .from(once.asTable("k"))
                        .join(APP_USER)
                        .on(APP_USER.ID.eq(USER))
                        .join(ORGANIZATION)
                        .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                        .join(WORKSPACE)
                        .on(WORKSPACE.ID.eq(IN))
                        .orderBy(NAME, USER)
                        .fetch(row -> new Hit(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                new Person.Organization(row.value4(), row.value5()),
                                new Place(row.value6(), row.value7()))),
                limit);
    }

    private static Table<?> matching(List<Reach> reaches, Words words, int limit) {
        UUID[] workspaces = reaches.stream().map(Reach::workspaceId).toArray(UUID[]::new);
        Condition named = words.allBegin(MEMBER.PLAIN_NAME);
        Condition fits = words.text().contains("@") ? named.or(addressed(words)) : named;
        Table<?> each = lateral(select(MEMBER.SORT_NAME, MEMBER.USER_ID, MEMBER.WORKSPACE_ID)
                        .from(MEMBER)
                        .where(MEMBER.WORKSPACE_ID.eq(SEARCHED))
                        .and(People.members(reaches))
                        .and(fits)
                        .orderBy(MEMBER.SORT_NAME, MEMBER.USER_ID)
                        .limit(inline(limit + 1)))
                .as("k");
        return unnest(workspaces).as("s", "workspace_id").crossJoin(each);
    }

    private static Condition addressed(Words words) {
        return exists(selectOne()
                .from(APP_USER)
                .where(APP_USER.ID.eq(MEMBER.USER_ID))
                .and(lower(APP_USER.EMAIL).startsWith(words.text())));
    }
}
