package dev.kontor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person before the server: what they send is sent with their session or access key. */
public final class Client {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Door door;
    private final Map<String, String> headers;
    private final @Nullable Identity identity;

    /** Who somebody is, for tests that name them. */
    public record Identity(UUID id, String name, String email, UUID organizationId) {}

    Client(Door door, Map<String, String> headers, @Nullable Identity identity) {
        this.door = door;
        this.headers = Map.copyOf(headers);
        this.identity = identity;
    }

    public Answer get(String path, Object... variables) {
        return send("GET", path.formatted(variables), null, Map.of());
    }

    /** The body is a map, a list, or JSON as text. */
    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    public Answer delete(String path, Object... variables) {
        return send("DELETE", path.formatted(variables), null, Map.of());
    }

    public Answer send(String method, String path, @Nullable Object body, Map<String, String> more) {
        Answer answer = door.send(method, path, body, headers, more);
        keepsThePromises(method + " " + path, READING.contains(method), answer);
        return answer;
    }

    /** Section 10: every change is in the audit log; what was refused changed nothing; reading writes nothing. */
    private static void keepsThePromises(String request, boolean reading, Answer answer) {
        Observation observed = answer.observed();
        assertThat(answer.status()).as("%s: %s", request, answer.text()).isNotEqualTo(500);
        if (reading) {
            assertThat(observed.changes())
                    .as("%s only reads, but changed something", request)
                    .isZero();
        }
        if (!observed.alone()) {
            return;
        }
        if (answer.status() >= 400) {
            assertThat(observed.logged())
                    .as("%s was refused (%s), but logged", request, answer.said())
                    .isZero();
        } else if (observed.changes() > 0) {
            assertThat(observed.logged())
                    .as("%s changed something without logging it", request)
                    .isPositive();
        }
    }

    /** The same person from another network address, so that limits per address count them apart. */
    public Client from(String address) {
        return new Client(door.from(address), headers, identity);
    }

    public Client with(String header, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Client(door, more, identity);
    }

    public Map<String, String> headers() {
        return headers;
    }

    public UUID id() {
        return identity().id();
    }

    public String name() {
        return identity().name();
    }

    public String email() {
        return identity().email();
    }

    public UUID organizationId() {
        return identity().organizationId();
    }

    Identity identity() {
        if (identity == null) {
            throw new IllegalStateException("This is nobody");
        }
        return identity;
    }
}
