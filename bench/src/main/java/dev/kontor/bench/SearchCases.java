package dev.kontor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What is typed into the search box: by each of them all kinds of words, and each kind of word by all of them. Four at a
 * time: with more the figure would be how long they wait for one another.
 */
final class SearchCases {
    private static final int CONNECTIONS = 4;

    private SearchCases() {}

    /** Kinds of words, each with what names of access.sql have of it. */
    private enum Typed {
        LETTER("a", "c", "n", "p", "u"),
        DIGIT("1", "2", "4", "7", "9"),
        FREQUENT("cars", "nig", "urban", "field", "survey", "ann"),
        TWO("aerial cars", "lights dusk", "rainy peo", "harbour cou", "ada ev"),
        RARE("73421", "12345", "99871", "4017", "50021"),
        NONE("qqq", "zzz cars", "1234567", "nobody");

        private final List<String> words;

        Typed(String... words) {
            this.words = List.of(words);
        }

        private List<byte[]> requests(Scout.Seen person, UUID workspaceId) {
            return words.stream()
                    .map(word -> word.replace(' ', '+'))
                    .flatMap(word -> List.of(
                            person.get("/api/v1/search?q=" + word),
                            person.get("/api/v1/search?q=" + word + "&workspace=" + workspaceId))
                            .stream())
                    .toList();
        }
    }

    static List<Case> of(UUID workspaceId, List<Scout.Seen> people) {
        List<Case> cases = new ArrayList<>();
        for (Scout.Seen person : people) {
            List<byte[]> all = new ArrayList<>();
            for (Typed typed : Typed.values()) {
                all.addAll(typed.requests(person, workspaceId));
            }
            cases.add(new Case(
                    "search/" + small(person.someone()), person.someone().title(), all, CONNECTIONS));
        }
        for (Typed typed : Typed.values()) {
            List<byte[]> all = people.stream()
                    .flatMap(person -> typed.requests(person, workspaceId).stream())
                    .toList();
            cases.add(new Case(
                    "search/" + small(typed), "all seven: " + String.join(", ", typed.words), all, CONNECTIONS));
        }
        return cases;
    }

    private static String small(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
