package dev.kontor.testing;

import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What kill -9 leaves, in a moment and without a process: this thread comes to its first commit, or to its first write, and from
 * then on nothing that it does reaches the database, whoever catches the error on its way. Files may have come or gone before.
 */
public final class Death implements ExecuteListener {
    private static final Pattern WRITE = Pattern.compile("(?i)\\b(insert into|update \\S+\\s+set|delete from)");
    /** Those whose rows say whether they changed anything. */
    private static final Pattern COUNTED = Pattern.compile("(?is)\\s*(insert|update|delete)\\b.*");

    private static final ThreadLocal<@Nullable Death> NEAR = new ThreadLocal<>();

    /** When it strikes. */
    public enum Moment {
        BEFORE_A_WRITE,
        AFTER_A_COMMIT
    }

    private static final class Killed extends Error {
        Killed() {
            super("killed", null, false, false);
        }
    }

    private final @Nullable Moment moment;
    private boolean changed;
    private boolean dead;

    private Death(@Nullable Moment moment) {
        this.moment = moment;
    }

    /** What jOOQ tells of each statement. */
    static ExecuteListener watching() {
        return new Death(null);
    }

    /** Whether it struck; else the work is done. */
    public static boolean strikes(Moment moment, Runnable work) {
        Death death = new Death(moment);
        NEAR.set(death);
        try {
            work.run();
        } catch (Killed killed) {
            // as it was meant
        } finally {
            NEAR.remove();
        }
        return death.dead;
    }

    private Killed struck() {
        dead = true;
        return new Killed();
    }

    @Override
    public void executeStart(ExecuteContext context) {
        Death near = NEAR.get();
        if (near != null && (near.dead || near.moment == Moment.BEFORE_A_WRITE && writes(context))) {
            throw near.struck();
        }
    }

    @Override
    public void executeEnd(ExecuteContext context) {
        if (context.rows() > 0) {
            changed(context);
        }
    }

    /** What returns rows does not count them before. */
    @Override
    public void fetchEnd(ExecuteContext context) {
        if (context.result() != null && context.result().isNotEmpty()) {
            changed(context);
        }
    }

    private static void changed(ExecuteContext context) {
        Death near = NEAR.get();
        if (near == null || near.moment != Moment.AFTER_A_COMMIT || near.changed || !counted(context)) {
            return;
        }
        near.changed = true;
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw near.struck();
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                throw near.struck();
            }
        });
    }

    private static boolean counted(ExecuteContext context) {
        String text = context.sql();
        return text != null && COUNTED.matcher(text).matches();
    }

    private static boolean writes(ExecuteContext context) {
        String text = context.sql();
        return text != null && WRITE.matcher(text).find();
    }
}
