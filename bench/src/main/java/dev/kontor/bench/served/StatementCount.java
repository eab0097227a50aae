package dev.kontor.bench.served;

import java.util.concurrent.atomic.LongAdder;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counts the SQL statements that are sent, and answers the count; {@code /bench/nothing} shows what the load can do. */
@Component
@RestController
class StatementCount implements ExecuteListener {
    private final LongAdder sent = new LongAdder();

    @Override
    public void executeStart(ExecuteContext context) {
        sent.increment();
    }

    @GetMapping("/bench/statements")
    String sent() {
        return Long.toString(sent.sum());
    }

    @GetMapping("/bench/nothing")
    String nothing() {
        return "nothing";
    }
}
