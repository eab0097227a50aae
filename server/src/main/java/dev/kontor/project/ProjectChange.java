package dev.kontor.project;

import dev.kontor.access.ProjectVisibility;
import dev.kontor.web.Change;
import dev.kontor.web.Description;
import dev.kontor.web.Name;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be edited; what is absent stays, a lead or a day that is null is cleared. */
record ProjectChange(
        @Nullable Name name,
        @Nullable Description description,
        @Nullable ProjectVisibility visibility,
        Change<UUID> leadId,
        Change<LocalDate> startsOn,
        Change<LocalDate> endsOn,
        @Nullable Boolean archived) {

    /** The period as it will be. */
    Period period(Project before) {
        return new Period(startsOn.over(before.startsOn()), endsOn.over(before.endsOn()));
    }

    /** O-13: an archived project is only opened again. */
    boolean opensAgain() {
        return Boolean.FALSE.equals(archived);
    }

    boolean closesIn(Project before) {
        return turnsTo(ProjectVisibility.PRIVATE, before);
    }

    /** fewer people see the project, and nothing else is new. */
    boolean onlyNarrows(Project before) {
        return visibility != null
                && visibility.compareTo(before.visibility()) <= 0
                && name == null
                && description == null
                && archived == null
                && !leadId.given()
                && !startsOn.given()
                && !endsOn.given();
    }

    boolean turnsTo(ProjectVisibility wanted, Project before) {
        return visibility == wanted && before.visibility() != wanted;
    }
}
