package dev.kontor.storage;

import java.io.IOException;
import java.util.Locale;

/** What the system says where a disk takes no more; Java knows no exception of its own for it. */
public final class FullDisk {
    private FullDisk() {}

    public static boolean is(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("quota exceeded")
                || message.contains("file too large"); // of a limit that the system sets
    }
}
