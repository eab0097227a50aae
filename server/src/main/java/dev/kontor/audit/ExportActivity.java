package dev.kontor.audit;

import dev.kontor.access.Actor;
import dev.kontor.access.Passes;
import dev.kontor.audit.AuditEvents.Entry;
import dev.kontor.audit.AuditEvents.Wanted;
import dev.kontor.web.Cursor;
import dev.kontor.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log as JSON lines (C-07), newest first: page by page outside of any transaction, so that memory stays the same
 * however long the log is. Whether it may still be read is asked before each page, and again where a page goes out so
 * slowly that the answer is old.
 */
@Component
class ExportActivity {
    private static final int PAGE = 500;
    private static final long ASKED_AGAIN = Duration.ofSeconds(10).toNanos();
    private static final byte[] LINE_END = "\n".getBytes(StandardCharsets.UTF_8);

    private final AuditEvents events;
    private final Audit audit;
    private final Passes passes;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    ExportActivity(AuditEvents events, Audit audit, Passes passes, JsonMapper json, TransactionTemplate transaction) {
        this.events = events;
        this.audit = audit;
        this.passes = passes;
        this.json = json;
        this.transaction = transaction;
    }

    /** Answers a request with the book that whoever sent it may read; that they took it along is written down. */
    void answer(
            Authentication authentication,
            Function<Actor, Logbook> book,
            AuditEvent taken,
            Wanted wanted,
            HttpServletResponse response)
            throws IOException {
        Actor actor = (Actor) Objects.requireNonNull(authentication.getPrincipal());
        Objects.requireNonNull(book.apply(actor));
        transaction.executeWithoutResult(_ -> audit.record(actor, taken));
        UUID pass = Passes.of(authentication);
        Supplier<Logbook> allowed = () -> book.apply(passes.actor(pass).orElseThrow(Refusal.NOT_SIGNED_IN::refused));
        write(allowed, wanted, JsonLines.begin(response, "activity"));
    }

    private void write(Supplier<Logbook> allowed, Wanted wanted, OutputStream out) throws IOException {
        Optional<Cursor> after = Optional.empty();
        while (true) {
            List<Entry> page = events.after(allowed.get(), wanted, after, PAGE);
            write(page, allowed, out);
            out.flush();
            if (page.size() < PAGE) {
                return;
            }
            after = Optional.of(AuditEvents.cursor(page.getLast()));
        }
    }

    private void write(List<Entry> page, Supplier<Logbook> allowed, OutputStream out) throws IOException {
        long asked = System.nanoTime();
        for (Entry entry : page) {
            if (System.nanoTime() - asked > ASKED_AGAIN) {
                Objects.requireNonNull(allowed.get());
                asked = System.nanoTime();
            }
            out.write(json.writeValueAsBytes(entry));
            out.write(LINE_END);
        }
    }
}
