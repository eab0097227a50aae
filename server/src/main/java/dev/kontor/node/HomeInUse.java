package dev.kontor.node;

import java.nio.file.Path;

/** Another process holds the home. */
final class HomeInUse extends RuntimeException {

    /** @param holder the other's process, and its port once it answers */
    HomeInUse(Path home, String holder) {
        super(sentence(home, holder.split(" ")));
    }

    private static String sentence(Path home, String[] holder) {
        String at = holder.length > 1 ? " at http://localhost:" + holder[1] : "";
        return "Kontor already runs on %s as process %s%s.".formatted(home, holder[0], at);
    }
}
