package dev.kontor.audit;

import dev.kontor.access.Actor;
import dev.kontor.audit.AuditEvents.Entry;
import dev.kontor.audit.AuditEvents.Wanted;
import dev.kontor.web.Cursor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
    private final JsonMapper json;

    ExportActivity(AuditEvents events, Audit audit, JsonMapper json) {
        this.events = events;
        this.audit = audit;
        this.json = json;
    }

    @Transactional
    public void begun(Actor actor, AuditEvent event) {
        audit.record(actor, event);
    }

    void write(Supplier<Logbook> allowed, Wanted wanted, OutputStream out) throws IOException {
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
