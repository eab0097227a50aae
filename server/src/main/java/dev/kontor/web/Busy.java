package dev.kontor.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** What is over in a moment, and did nothing: the same may be tried again. */
public final class Busy {
    /** Two transactions waited for each other, or one too long, and the database ended it; or it lets nobody in. */
    private static final List<String> STATES = List.of("40P01", "40001", "55P03", "08001");

    private Busy() {}

    public static boolean is(Throwable fault) {
        return ExceptionUtils.indexOfType(fault, SQLTransientConnectionException.class) >= 0
                || ExceptionUtils.getThrowableList(fault).stream()
                        .anyMatch(
                                x -> x instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))
                                        || x instanceof Refused refused && refused.refusal() == Refusal.BUSY);
    }

    /** Long work is not ended by it: on to whoever tries again. */
    public static void throwOn(Refused refused) {
        if (is(refused)) {
            throw refused;
        }
    }
}
