package dev.kontor.testing;

import static kontor.tables.Tables.AUDIT_EVENT;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Watches from inside what each request of a test does, around everything else in the server: so statement budgets can
 * be asserted, and every test holds the promise that what is changed is logged.
 */
final class Observations implements Filter, ExecuteListener {
    static final String HEADER = "X-Observed";

    private static final Pattern WRITE =
            Pattern.compile("(insert into|(?<!for |do )update|delete from)\\s+(?:\"?public\"?\\.)?\"?(\\w+)");
    private static final Set<String> LOG = Set.of("insert into audit_event");
    private static final Set<String> BOOKKEEPING = Set.of(
            "update session",
            "update access_key",
            "insert into registration",
            "insert into mail",
            "update mail",
            "insert into thumbnail",
            "update notification",
            "insert into sign_in_attempt",
            "delete from sign_in_attempt",
            "insert into running_export",
            "update running_export",
            "delete from running_export",
            "insert into kept_answer");

    private final ThreadLocal<@Nullable Running> current = new ThreadLocal<>();
    private final Map<String, CompletableFuture<Observation>> done = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final ObjectProvider<DSLContext> sql;

    Observations(ObjectProvider<DSLContext> sql) {
        this.sql = sql;
    }

    private static final class Running {
        int statements;
        int changes;
        int logs;
    }

    /** Waits until the server is through with the request of that name. */
    Observation of(String name) {
        try {
            return future(name).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The server never finished " + name, e);
        } finally {
            done.remove(name);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String name = ((HttpServletRequest) request).getHeader(HEADER);
        if (name == null) {
            chain.doFilter(request, response);
            return;
        }
        boolean first = running.incrementAndGet() == 1;
        int start = started.incrementAndGet();
        Running mine = new Running();
        int logged = logged();
        current.set(mine);
        try {
            chain.doFilter(request, response);
        } finally {
            current.remove();
            // jobs log as well, meanwhile: only a request that wrote into the log is asked what stayed there
            int more = mine.logs == 0 ? 0 : logged() - logged;
            boolean alone = first && started.get() == start;
            running.decrementAndGet();
            future(name).complete(new Observation(mine.statements, mine.changes, more, alone));
        }
    }

    private CompletableFuture<Observation> future(String name) {
        return done.computeIfAbsent(name, n -> new CompletableFuture<>());
    }

    private int logged() {
        return sql.getObject().fetchCount(AUDIT_EVENT);
    }

    @Override
    public void executeStart(ExecuteContext context) {
        Running mine = current.get();
        if (mine != null) {
            mine.statements++;
        }
    }

    @Override
    public void end(ExecuteContext context) {
        Running mine = current.get();
        String text = context.sql();
        boolean nothing = context.rows() == 0
                || context.result() != null && context.result().isEmpty();
        if (mine == null || text == null || nothing) {
            return;
        }
        Matcher write = WRITE.matcher(text);
        while (write.find()) {
            String done = write.group(1) + " " + write.group(2);
            if (LOG.contains(done)) {
                mine.logs++;
            } else if (!BOOKKEEPING.contains(done)) {
                mine.changes++;
            }
        }
    }
}
