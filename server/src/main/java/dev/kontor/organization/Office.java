package dev.kontor.organization;

import dev.kontor.web.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What an administrator may do with a colleague's account (C-03, C-06).
 *
 * @param own whether it is the administrator's own
 * @param alone whether there is no unlocked administrator besides this user
 */
record Office(boolean own, boolean administrator, boolean locked, boolean alone) {

    /** Names of what may be done, in the order in which a menu offers it. */
    List<String> can() {
        List<String> can = new ArrayList<>();
        if (!administrator) can.add("USER_APPOINT");
        if (administrator && !alone) can.add("USER_DISMISS");
        if (!own && !locked) can.add("USER_RESET_PASSWORD");
        if (!own) can.add(locked ? "USER_UNLOCK" : "USER_LOCK");
        if (!own) can.add("USER_REMOVE");
        return can;
    }

    /** C-03: one unlocked administrator always remains. */
    void checkDismissal() {
        if (administrator && alone) {
            throw Refusal.LAST_ADMINISTRATOR.refused();
        }
    }

    /** Nobody shuts themself out by their own hand; another administrator does it. */
    void checkExclusion() {
        if (own) {
            throw Refusal.OWN_ACCOUNT.refused();
        }
        checkDismissal();
    }

    void checkReset() {
        if (own) {
            throw Refusal.OWN_ACCOUNT.refused();
        }
        if (locked) {
            throw Refusal.USER_LOCKED.refused();
        }
    }
}
