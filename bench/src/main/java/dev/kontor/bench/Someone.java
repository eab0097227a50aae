package dev.kontor.bench;

import java.util.Locale;

/** Whom the measurements speak for; all are members of the large workspace. */
enum Someone {
    ADMIN("workspace admin", 1),
    PROJECT_MANAGER("project manager", 1.5),
    MEMBER("plain member of the owner", 1.5),
    PARTNER_FULL("partner's manager, full access", 1.5),
    PARTNER_SOME("partner's manager, 12 projects", 1.5),
    PARTNER_FIFTH("partner's manager, 20 % of projects", 3),
    PARTNER_MEMBER("partner's plain member, 5 projects", 1.5);

    private final String title;
    private final double slower;

    Someone(String title, double slower) {
        this.title = title;
        this.slower = slower;
    }

    String title() {
        return title;
    }

    /** How many times slower than the workspace admin's a page may be. */
    double mayBeSlower() {
        return slower;
    }

    /** As access.sql names them. */
    String email() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "@bench.example";
    }
}
