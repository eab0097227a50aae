package dev.kontor.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * M-07: a list of addresses as people paste it: separated by commas, semicolons, spaces or lines, with or without names
 * ({@code "Lee, Ann" <ann@example.org>}). Each piece is read by itself, so that one bad piece does not spoil the others.
 */
record AddressList(List<Entry> addresses, List<String> unreadable) {
    /** How long a pasted text may be; there are about 30,000 addresses in as much. */
    static final int MOST = 1_000_000;

    private static final int SHOWN = 100;
    /** Names in quotes and addresses in brackets are no longer than this; what is longer was never closed. */
    private static final int LONGEST = 1_000;

    /** An address, and the name that stood with it. */
    record Entry(Email email, @Nullable String name) {}

    /** The pasted text. */
    record Text(String text) {
        @JsonCreator
        Text {
            if (text.length() > MOST) {
                throw Refusal.TOO_LARGE.on("text", MOST + " characters");
            }
        }
    }

    static AddressList read(String text) {
        Map<String, Entry> addresses = new LinkedHashMap<>();
        Set<String> unreadable = new LinkedHashSet<>();
        for (String piece : pieces(text)) {
            for (String one : words(piece)) {
                entry(one)
                        .ifPresentOrElse(
                                entry -> addresses.putIfAbsent(entry.email().key(), entry),
                                () -> unreadable.add(shortened(one)));
            }
        }
        return new AddressList(List.copyOf(addresses.values()), List.copyOf(unreadable));
    }

    /** Cut at commas, semicolons and lines that stand neither in quotes nor in angle brackets. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || ",;\n\r\t".indexOf(text.charAt(at)) >= 0) {
                String piece = text.substring(from, at).strip();
                if (!piece.isEmpty()) pieces.add(piece);
                from = at + 1;
            } else if (text.charAt(at) == '"') {
                at = Math.max(at, text.indexOf('"', at + 1, Math.min(text.length(), at + LONGEST)));
            } else if (text.charAt(at) == '<') {
                at = Math.max(at, text.indexOf('>', at + 1, Math.min(text.length(), at + LONGEST)));
            }
        }
        return pieces;
    }

    /** Addresses without names may stand in one piece, with spaces between them; several with names, too. */
    private static List<String> words(String piece) {
        if (!piece.contains("<")) {
            return List.of(piece.split("\\s+"));
        }
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int end = piece.indexOf('>'); end >= 0; end = piece.indexOf('>', from)) {
            words.add(piece.substring(from, end + 1).strip());
            from = end + 1;
        }
        String rest = piece.substring(from).strip();
        if (!rest.isEmpty()) {
            words.addAll(words(rest.replace("<", "")));
        }
        return words;
    }

    private static Optional<Entry> entry(String piece) {
        try {
            InternetAddress[] read = InternetAddress.parse(piece.replaceFirst("(?i)mailto:", ""), false);
            if (read.length != 1) {
                return Optional.empty();
            }
            String name = read[0].getPersonal();
            Email email = new Email(read[0].getAddress());
            return domain(email)
                    ? Optional.of(new Entry(email, name == null || name.isBlank() ? null : name))
                    : Optional.empty();
        } catch (AddressException | Refused notAnAddress) {
            return Optional.empty();
        }
    }

    /** A mistyped address mostly lacks the end of its domain. */
    private static boolean domain(Email email) {
        return email.address().matches(".*@[^@]+\\.[^.@]{2,}");
    }

    private static String shortened(String piece) {
        return piece.length() > SHOWN ? piece.substring(0, SHOWN) + "…" : piece;
    }
}
