package dev.kontor.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/**
 * A mail's words, from a template {@code mail/<name>.txt}: the subject in the first line, then paragraphs; a paragraph
 * that is a link becomes a button in the HTML version, whose frame is {@code mail/frame.html}.
 */
record Letter(String subject, String text) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String FRAME = read("frame.html");

    /** Values are put in once and never read as template again. */
    static Letter of(String template, Map<String, String> values) {
        String[] parts = read(template + ".txt").split("\n\n", 2);
        return new Letter(oneLine(filled(parts[0], values)), filled(parts[1].strip(), values));
    }

    String html() {
        String paragraphs =
                Arrays.stream(text.split("\n\n")).map(Letter::paragraph).collect(Collectors.joining("\n"));
        return filled(FRAME, Map.of("subject", HtmlUtils.htmlEscape(subject), "paragraphs", paragraphs));
    }

    private static String paragraph(String words) {
        String safe = HtmlUtils.htmlEscape(words.strip());
        if (safe.matches("https?://\\S+")) {
            return "<p><a class=\"button\" href=\"%1$s\">Open the link</a></p><p class=\"small\">%1$s</p>"
                    .formatted(safe);
        }
        return "<p>" + safe.replace("\n", " ") + "</p>";
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("mail/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
