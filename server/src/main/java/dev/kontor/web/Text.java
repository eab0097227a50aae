package dev.kontor.web;

import java.text.Normalizer;

/** What people type: trimmed, in Unicode normal form C, within its length, without control characters. */
public final class Text {
    private Text() {}

    /** A name of 1 to 80 characters on one line. */
    public static String name(String text) {
        String name = clean(text, 80, false);
        if (name.isEmpty()) {
            throw Refusal.BAD_TEXT.refused("A name has at least one character.");
        }
        return name;
    }

    /** Several lines of up to 2,000 characters, or nothing. */
    public static String description(String text) {
        return clean(text, 2000, true);
    }

    /** One line of up to so many characters, or nothing. */
    public static String line(String text, int most) {
        return clean(text, most, false);
    }

    private static String clean(String text, int most, boolean lines) {
        String cleaned = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (cleaned.codePointCount(0, cleaned.length()) > most) {
            throw Refusal.BAD_TEXT.refused("At most " + most + " characters fit here.");
        }
        if (cleaned.codePoints().anyMatch(c -> forbidden(c, lines))) {
            throw Refusal.BAD_TEXT.refused("Control characters are not accepted.");
        }
        return cleaned;
    }

    private static boolean forbidden(int c, boolean lines) {
        boolean lineBreak = c == '\n' || c == '\r' || c == '\t';
        boolean direction = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean lonelySurrogate = c >= 0xD800 && c <= 0xDFFF;
        return Character.isISOControl(c) && !(lines && lineBreak) || direction || lonelySurrogate;
    }
}
