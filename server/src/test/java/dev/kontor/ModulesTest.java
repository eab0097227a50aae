package dev.kontor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.testing.Sources;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

/** The house's shape: modules use whom they declare, write the tables they own, and leave roles to {@code access}. */
class ModulesTest {
    private static final JavaClasses KONTOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.kontor");

    /** The log's one function, which is called by its verb: {@code audit.record}. */
    private static final Set<String> SQL_BESIDES_PLURALS = Set.of("Audit");
    /** They give roles, which is no comparison: an owner's first one, and those one may choose from. */
    private static final Set<String> GIVE_ROLES = Set.of("OwningOrganization", "MemberController");

    @Test
    void modulesUseOnlyWhomTheyDeclare() {
        ApplicationModules.of(Kontor.class).verify();
    }

    @TestFactory
    Stream<DynamicTest> aModuleWritesOnlyTablesThatItOwns() {
        return Sources.modules()
                .map(module -> DynamicTest.dynamicTest(module.name(), () -> {
                    assertThat(module.tablesWritten()).isSubsetOf(module.tablesOwned());
                }));
    }

    @Test
    void everyTableHasOneOwner() {
        var owned = Sources.modules()
                .flatMap(module -> module.tablesOwned().stream())
                .toList();
        assertThat(owned).doesNotHaveDuplicates();
        Stream<String> written = Sources.modules().flatMap(module -> module.tablesWritten().stream());
        assertThat(written).hasSizeGreaterThan(10);
    }

    @Test
    void statementsAreInPluralNounsAndInAccess() {
        noClasses()
                .that(describe("are neither plural nouns nor in access", ModulesTest::isNoPlaceForSql))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DSLContext.class)
                .check(KONTOR);
    }

    private static boolean isNoPlaceForSql(JavaClass type) {
        String name = outermost(type).getSimpleName();
        boolean plural = name.endsWith("s") && !name.endsWith("ss") && !name.endsWith("Settings");
        return !plural && !type.getPackageName().equals("dev.kontor.access") && !SQL_BESIDES_PLURALS.contains(name);
    }

    @Test
    void rolesAreComparedOnlyInAccessAndInRecords() {
        noClasses()
                .that(describe("are neither in access nor records", ModulesTest::isNoPlaceForRoles))
                .should()
                .accessFieldWhere(describe("is a role", ModulesTest::isRole))
                .check(KONTOR);
    }

    @Test
    void rolesAreNotNamedAsTextOutsideOfAccess() {
        assertThat(Sources.outside("access"))
                .allSatisfy(source -> assertThat(source.text())
                        .as(source.name())
                        .doesNotContainPattern(
                                "\"(ADMIN|DEVELOPER|PROJECT_MANAGER|ANNOTATION_MANAGER|[A-Z]+_PARTNER)\""));
    }

    private static boolean isNoPlaceForRoles(JavaClass type) {
        JavaClass outer = outermost(type);
        boolean record = type.isRecord() || outer.isRecord();
        return !record
                && !type.getPackageName().equals("dev.kontor.access")
                && !GIVE_ROLES.contains(outer.getSimpleName());
    }

    /** Only constants: the sets that {@code access} gives names to are not meant. */
    private static boolean isRole(JavaFieldAccess access) {
        return access.getTargetOwner().isEquivalentTo(WorkspaceRole.class)
                && access.getTarget().getRawType().isEquivalentTo(WorkspaceRole.class);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ModulesTest::outermost).orElse(type);
    }
}
