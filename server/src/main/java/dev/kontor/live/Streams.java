package dev.kontor.live;

import dev.kontor.access.Actor;
import dev.kontor.access.Passes;
import dev.kontor.web.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The streams that this node serves. One ends when its session or key does, and all of them before the node stops. */
@Component
class Streams {
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Passes passes;
    private final LiveSettings settings;
    private volatile boolean closing;

    Streams(Passes passes, LiveSettings settings) {
        this.passes = passes;
        this.settings = settings;
    }

    Stream open(Actor actor, UUID pass) {
        long own = open.stream()
                .filter(s -> s.actor().userId().equals(actor.userId()))
                .count();
        if (closing || own >= settings.streamsPerUser() || open.size() >= settings.streams()) {
            throw Refusal.TOO_MANY_STREAMS.refused(settings.streamsPerUser()).with("retryAfterSeconds", 30L);
        }
        Stream stream = new Stream(actor, pass);
        open.add(stream);
        return stream;
    }

    void close(Stream stream) {
        open.remove(stream);
    }

    Collection<Stream> all() {
        return List.copyOf(open);
    }

    boolean none() {
        return open.isEmpty();
    }

    Set<UUID> users() {
        return open.stream().map(s -> s.actor().userId()).collect(Collectors.toSet());
    }

    void offer(Hint hint, Predicate<Stream> to) {
        open.stream().filter(to).forEach(stream -> stream.offer(hint));
    }

    /** Section 10: whose session or key has ended hears no more; one statement for all streams. */
    void endThoseWithoutPass() {
        Collection<Stream> now = all();
        if (!now.isEmpty()) {
            Set<UUID> valid = passes.valid(now.stream().map(Stream::pass).collect(Collectors.toSet()));
            now.stream().filter(stream -> !valid.contains(stream.pass())).forEach(Stream::end);
        }
    }

    /** Before the web server waits for open answers to end. */
    @EventListener
    void on(ContextClosedEvent closed) {
        closing = true;
        endAll();
    }

    void endAll() {
        all().forEach(Stream::end);
    }
}
