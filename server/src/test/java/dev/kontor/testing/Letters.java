package dev.kontor.testing;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that came in at the tests' mail server. */
public final class Letters {
    private static final long PATIENCE_MILLIS = 20_000;

    private Letters() {}

    /** A mail with both of its bodies. */
    public record Letter(String subject, String text, String html) {
        /** The one link in the text whose path begins so. */
        public String link(String path) {
            Matcher link = Pattern.compile("https?://\\S+" + path + "\\S+").matcher(text);
            if (!link.find()) {
                throw new AssertionError("No link to " + path + " in: " + text);
            }
            return link.group();
        }
    }

    /** Waits for the mail to that address with that subject; the newest, where there are several. */
    public static Letter to(String email, String subject) {
        return await(email, subject, letter -> letter.subject().equals(subject));
    }

    /** The same by a part of the subject. */
    public static Letter about(String email, String words) {
        return await(email, words, letter -> letter.subject().contains(words));
    }

    private static Letter await(String email, String subject, Predicate<Letter> wanted) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (System.nanoTime() < end) {
            var found = all(email).stream().filter(wanted).reduce((first, last) -> last);
            if (found.isPresent()) {
                return found.get();
            }
            int seen = TestMail.server().getReceivedMessages().length;
            TestMail.server().waitForIncomingEmail(1_000, seen + 1);
        }
        throw new AssertionError("No mail came to " + email + " about: " + subject);
    }

    public static List<Letter> all(String email) {
        return Arrays.stream(TestMail.server().getReceivedMessages())
                .filter(message -> to(message, email))
                .map(Letters::letter)
                .toList();
    }

    private static boolean to(Message message, String email) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(to -> to.toString().equals(email));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Letter letter(Message message) {
        try {
            return new Letter(
                    message.getSubject(),
                    body(message, "text/plain").replace("\r\n", "\n"),
                    body(message, "text/html"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first part of that type, however deep; nothing where there is none. */
    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = body(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
