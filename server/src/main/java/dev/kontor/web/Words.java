package dev.kontor.web;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * What somebody looks for, as beginnings of words: each of them has to begin a word of what is found, in any order and
 * in any case. The function {@code plain_words} in the database takes names apart in the same way.
 *
 * @param text all of it, in lower case
 */
public record Words(String text, List<String> list) {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Punct}]+");
    private static final int MOST = 10;
    /** No word goes on with it: what begins with a word comes before that word followed by it. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    public Words {
        list = List.copyOf(list);
    }

    public static Words of(String text) {
        int[] lower = text.strip().codePoints().map(Character::toLowerCase).toArray();
        String small = new String(lower, 0, lower.length);
        return new Words(
                small,
                BETWEEN.splitAsStream(small)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST)
                        .toList());
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** The one that the fewest names are likely to have. */
    public String rarest() {
        return list.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    }

    /** That a word begins with that one, as a range that an index serves. */
    public static Condition begins(Field<String> word, String beginning) {
        return word.ge(beginning).and(word.lt(beginning + LAST));
    }

    /** That each of them begins a word of a name as {@code plain_words} made it. */
    public Condition allBegin(Field<String> plainName) {
        String[] patterns = list.stream().map(word -> "% " + word + "%").toArray(String[]::new);
        return condition("{0} like all({1})", plainName, val(patterns));
    }
}
