package dev.kontor.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Sets of constants as the database keeps them: arrays of names, sorted, so that equal sets are equal. */
public final class Names {
    private Names() {}

    public static String[] of(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).distinct().sorted().toArray(String[]::new);
    }

    public static <E extends Enum<E>> Set<E> read(Class<E> type, String[] names) {
        Set<E> constants = EnumSet.noneOf(type);
        Arrays.stream(names).map(name -> Enum.valueOf(type, name)).forEach(constants::add);
        return constants;
    }
}
