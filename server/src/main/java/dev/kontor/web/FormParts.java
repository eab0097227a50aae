package dev.kontor.web;

import static dev.kontor.web.Refusal.MALFORMED;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;

/** The parts of a multipart/form-data body, one after the other as they come: nothing of them is kept. */
public final class FormParts {
    private static final int LONGEST_HEADER = 16 << 10;
    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setStrictParsing(true) // an end that is missing is a fault
            .setMaxLineLen(LONGEST_HEADER)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxHeaderCount(16)
            .build();

    private final MimeTokenStream tokens = new MimeTokenStream(LIMITS);

    private FormParts() {}

    /** @param in what of it is still to be read before the next one is asked for is passed over */
    public record Part(String name, InputStream in) {}

    /** @param in the body of the request, or what bounds it */
    public static FormParts of(HttpServletRequest request, InputStream in) {
        FormParts parts = new FormParts();
        parts.tokens.parseHeadless(in, Objects.requireNonNullElse(request.getContentType(), ""));
        if (parts.tokens.getState() != EntityState.T_START_MULTIPART) {
            throw notMultipart();
        }
        parts.tokens.setRecursionMode(RecursionMode.M_FLAT); // a part is what it is, also where it is multipart itself
        return parts;
    }

    /** Nothing after the last. What has no name is no field, and passed over. */
    public Optional<Part> next() {
        try {
            String name = "";
            for (EntityState at = tokens.next(); at != EntityState.T_END_OF_STREAM; at = tokens.next()) {
                switch (at) {
                    case T_FIELD -> name = named(tokens.getField()).orElse(name);
                    case T_BODY -> {
                        if (!name.isEmpty()) {
                            return Optional.of(new Part(name, tokens.getInputStream()));
                        }
                    }
                    default -> {} // what stands between parts
                }
            }
            return Optional.empty();
        } catch (MimeException e) {
            throw notMultipart();
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private static Optional<String> named(Field field) throws MimeException {
        if (!field.getNameLowerCase().equals("content-disposition")) {
            return Optional.empty();
        }
        RawField raw = RawFieldParser.DEFAULT.parseField(field.getRaw());
        return RawFieldParser.DEFAULT.parseRawBody(raw).getParams().stream()
                .filter(one -> one.getName().equalsIgnoreCase("name"))
                .map(NameValuePair::getValue)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Refused notMultipart() {
        return MALFORMED.refused(
                "The body is not multipart/form-data, or a part has more than 16 headers or one above 16 KiB.");
    }

    private static Refused brokenOff() {
        return MALFORMED.refused("The upload broke off before its end.");
    }
}
