package dev.kontor.access;

import static kontor.tables.Tables.COLLABORATOR;
import static kontor.tables.Tables.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** M-05: which roles the types of an organization allow is said in Java and enforced by the database: both say the same. */
@Specification
class CollaborationTypeTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    static Stream<Set<CollaborationType>> allSets() {
        CollaborationType[] types = CollaborationType.values();
        return IntStream.range(0, 1 << types.length)
                .mapToObj(bits -> IntStream.range(0, types.length)
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(i -> types[i])
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allSets")
    void theDatabaseAllowsTheSameRoles(Set<CollaborationType> types) {
        var array = DSL.val(Names.of(types), SQLDataType.CLOB.getArrayDataType());
        String[] allowed = stage.sql()
                .select(DSL.field("roles_allowed({0})", SQLDataType.CLOB.getArrayDataType(), array))
                .fetchSingle()
                .value1();
        assertThat(Arrays.stream(allowed).collect(Collectors.toSet()))
                .isEqualTo(
                        CollaborationType.roles(types).stream().map(Enum::name).collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "the database: {0} of an organization with {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        ANNOTATION_MANAGER                  | ANNOTATION_PARTNER                  | kept
        PROJECT_MANAGER                     | ANNOTATION_PARTNER                  | refused
        DEVELOPER                           | ANNOTATION_PARTNER                  | refused
        ADMIN                               | ANNOTATION_PARTNER                  | refused
        DEVELOPER                           | DATA_PARTNER                        | kept
        ANNOTATION_MANAGER                  | DATA_PARTNER                        | refused
        ANNOTATION_MANAGER, PROJECT_MANAGER | PRODUCER_PARTNER                    | kept
        DEVELOPER, PROJECT_MANAGER          | PRODUCER_PARTNER                    | refused
        DEVELOPER, PROJECT_MANAGER          | DATA_PARTNER, PRODUCER_PARTNER      | kept
        ADMIN                               | DATA_PARTNER, PRODUCER_PARTNER      | refused
        -                                   | DATA_PARTNER                        | kept
        OWNER                               | DATA_PARTNER                        | refused
        """)
    void theDatabaseRefusesRolesThatTheTypesForbid(String roles, String types, String outcome) {
        UUID organization = stage.organization("Partners");
        Client person = stage.person("Somebody", organization);
        if (outcome.equals("kept")) {
            insert(person, types, roles);
        } else {
            assertThatThrownBy(() -> insert(person, types, roles)).hasMessageContaining("roles_fit_types");
        }
    }

    @ParameterizedTest(name = "the database: {0} loses its type while somebody is {1}: refused")
    @CsvSource(delimiter = '|', textBlock = """
        DATA_PARTNER       | DEVELOPER          | ANNOTATION_PARTNER
        ANNOTATION_PARTNER | ANNOTATION_MANAGER | DATA_PARTNER
        """)
    void theDatabaseRefusesToTakeATypeThatARoleStandsOn(String type, String role, String other) {
        Client person = stage.person("Somebody", stage.organization("Partners"));
        insert(person, type, role);
        assertThatThrownBy(() -> stage.sql()
                        .update(COLLABORATOR)
                        .set(COLLABORATOR.TYPES, new String[] {other})
                        .where(COLLABORATOR.ORGANIZATION_ID.eq(person.organizationId()))
                        .execute())
                .hasMessageContaining("roles_fit_types");
    }

    private void insert(Client person, String types, String roles) {
        stage.sql()
                .insertInto(COLLABORATOR)
                .set(COLLABORATOR.WORKSPACE_ID, cast.workspace)
                .set(COLLABORATOR.ORGANIZATION_ID, person.organizationId())
                .set(COLLABORATOR.TYPES, Cast.list(types).toArray(String[]::new))
                .set(COLLABORATOR.CREATED_AT, Instant.EPOCH)
                .execute();
        stage.sql()
                .insertInto(MEMBER)
                .set(MEMBER.WORKSPACE_ID, cast.workspace)
                .set(MEMBER.USER_ID, person.id())
                .set(MEMBER.ORGANIZATION_ID, person.organizationId())
                .set(MEMBER.TYPES, Cast.list(types).toArray(String[]::new))
                .set(MEMBER.ROLES, Cast.list(roles).toArray(String[]::new))
                .set(MEMBER.JOINED_AT, Instant.EPOCH)
                .execute();
    }
}
