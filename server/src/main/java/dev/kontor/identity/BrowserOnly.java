package dev.kontor.identity;

import dev.kontor.access.Actor;
import dev.kontor.web.Refusal;

/** Section 10: what no access key can do, however wide it is. */
public final class BrowserOnly {
    private BrowserOnly() {}

    public static void check(Actor actor) {
        if (actor.key().isPresent()) {
            throw Refusal.BROWSER_ONLY.refused();
        }
    }
}
