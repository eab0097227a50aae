package dev.kontor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is told whether an address has an account who may not know: neither by the answer nor by its time (O-01, O-06, M-07). */
@Specification
class EnumerationTest {
    private static final int TIMES = 9;
    private static final int ROUNDS = 4;

    @Autowired
    Stage stage;

    Cast cast;
    Client boss;
    UUID roads;
    int addresses;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        boss = stage.person("Boss", cast.acme, true);
        cast.olga
                .post(cast.at("members"), Map.of("emails", List.of(boss.email()), "roles", List.of("DEVELOPER")))
                .ok();
        roads = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Roads"))
                .ok()
                .id();
    }

    /** Somebody with a real password, so that the comparison takes as long as it does. */
    private String known() {
        return stage.registered("Acme", "Known", stage.address("Known"), "correct horse battery")
                .email();
    }

    /** Limits per network address are not what is measured here. */
    private Client somewhere() {
        addresses++;
        return stage.nobody().from("127.0.9." + (addresses % 250 + 1));
    }

    private Answer send(String what, String email) {
        return switch (what) {
            case "signing in" -> somewhere().post("session", Map.of("email", email, "password", "not the right one"));
            case "registering" ->
                somewhere()
                        .post(
                                "organizations",
                                Map.of(
                                        "organization",
                                        "Acme",
                                        "name",
                                        "Otto",
                                        "email",
                                        email,
                                        "password",
                                        "correct horse battery"));
            case "a forgotten password" -> somewhere().post("password-resets", Map.of("email", email));
            case "inviting a user" ->
                cast.otto.post("organizations/" + cast.acme + "/invitations", Map.of("email", email));
            case "adding a member" ->
                cast.dev.post(cast.at("members"), Map.of("emails", List.of(email), "roles", List.of()));
            case "inviting a partner" ->
                cast.dev.post(
                        cast.at("collaborators"),
                        Map.of("types", List.of("DATA_PARTNER"), "email", email, "projectAccess", List.of()));
            case "inviting to a dataset" ->
                cast.pia.post(
                        "datasets/" + roads + "/invitations", Map.of("emails", List.of(email), "level", "VIEWER"));
            case "a link into an organization", "a link into a workspace", "a partner's link", "a dataset's link" ->
                following(what, email).get();
            default -> throw new IllegalArgumentException(what);
        };
    }

    @ParameterizedTest(name = "{0}: a known and an unknown address get the same answer, {1}")
    @CsvSource(delimiter = '|', textBlock = """
        signing in           | 401 wrong-credentials
        registering          | 202
        a forgotten password | 202
        inviting a user      | 201
        adding a member      | 200
        inviting a partner   | 201
        inviting to a dataset       | 200
        a link into an organization | 202
        a link into a workspace     | 202
        a partner's link            | 202
        a dataset's link            | 202
        """)
    void theAnswerIsTheSame(String what, String said) {
        Client sam = stage.stranger("Sam");
        String unknown = stage.address("Nobody");
        Answer first = send(what, sam.email()).says(said);
        Answer second = send(what, unknown).says(said);
        assertThat(plain(first, sam.email())).isEqualTo(plain(second, unknown));
        assertThat(headers(first)).isEqualTo(headers(second));
    }

    /** Without what is different for every address: itself, ids, links, times, and how far its mail has come meanwhile. */
    private static String plain(Answer answer, String email) {
        return answer.text()
                .replace(email, "@")
                .replaceAll("/(invite|join)/[\\w-]+", "link")
                .replaceAll("\"mail\":\\{[^}]*}", "mail")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("20\\d\\d-[\\dT:.-]+Z", "time");
    }

    private static TreeSet<String> headers(Answer answer) {
        return new TreeSet<>(answer.headers().map().keySet());
    }

    @Test
    void aLinkDoesNotTellWhetherItsAddressIsKnown() {
        Client sam = stage.stranger("Sam");
        String unknown = stage.address("Nobody");
        for (String what :
                List.of("inviting a user", "adding a member", "inviting a partner", "inviting to a dataset")) {
            String first = link(send(what, sam.email()));
            String second = link(send(what, unknown));
            for (Client reader : List.of(stage.nobody(), cast.dev)) {
                String at = what.contains("dataset") ? "dataset-links/" : "invitations/";
                assertThat(plain(reader.get(at + first).says("200"), sam.email()))
                        .as(what)
                        .isEqualTo(plain(reader.get(at + second).says("200"), unknown));
            }
        }
    }

    private static String link(Answer answer) {
        String[] found = answer.text().split("/(invite|join)/", 2);
        return found[1].substring(0, found[1].indexOf('"'));
    }

    /** By somebody who may make accounts in Acme, so that its new people register through the link of a workspace. */
    private Answer bringIn(String email) {
        return boss.post(cast.at("members"), Map.of("emails", List.of(email), "roles", List.of()));
    }

    /** Somebody signed out who goes on through the link that the inviter can copy. */
    private Supplier<Answer> following(String what, String email) {
        String path =
                switch (what) {
                    case "a link into an organization" ->
                        "invitations/" + link(send("inviting a user", email)) + "/acceptance";
                    case "a link into a workspace" -> "invitations/" + link(bringIn(email)) + "/acceptance";
                    case "a partner's link" -> "invitations/" + link(send("inviting a partner", email)) + "/acceptance";
                    default -> "dataset-links/" + link(send("inviting to a dataset", email)) + "/application";
                };
        Map<String, String> account =
                Map.of("name", "Nina", "password", "correct horse battery", "organization", "Nina's");
        return () -> somewhere().post(path, account);
    }

    @ParameterizedTest(name = "{0}: a known and an unknown address are answered in the same time")
    @CsvSource({
        "signing in",
        "registering",
        "a forgotten password",
        "a link into an organization",
        "a link into a workspace",
        "a partner's link",
        "a dataset's link"
    })
    void theTimeIsTheSame(String what) {
        String known = known();
        List<String> measured = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Long> first = new ArrayList<>();
            List<Long> second = new ArrayList<>();
            boolean mailed = !what.equals("signing in");
            for (int i = 0; i < TIMES; i++) {
                // an address is written to only so often: for mails each is asked for once
                String one = mailed ? stage.stranger("Known").email() : i % 8 == 0 ? known = known() : known;
                String other = stage.address("Nobody");
                Supplier<Answer> asOne = request(what, one);
                Supplier<Answer> asOther = request(what, other);
                first.add(millis(asOne));
                second.add(millis(asOther));
            }
            long difference = Math.abs(median(first) - median(second));
            measured.add(median(first) + " and " + median(second));
            // hashing alone takes tens of milliseconds: leaving it out would show in every round
            if (difference <= Math.max(10, median(second) / 4)) {
                return;
            }
        }
        assertThat(measured).as("milliseconds for known and unknown addresses").isEmpty();
    }

    private Supplier<Answer> request(String what, String email) {
        return what.contains("link") ? following(what, email) : () -> send(what, email);
    }

    private static long millis(Supplier<Answer> request) {
        long start = System.nanoTime();
        Answer answer = request.get();
        assertThat(answer.status()).isIn(202, 401);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
