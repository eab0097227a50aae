package dev.kontor.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Records as lines of comma-separated values (RFC 4180), under the names that they have in JSON; nothing for what is not known. */
public final class Csv {
    private Csv() {}

    public static <R extends java.lang.Record> String of(Class<R> type, List<R> rows) {
        RecordComponent[] columns = type.getRecordComponents();
        String head = Arrays.stream(columns).map(RecordComponent::getName).collect(Collectors.joining(","));
        return Stream.concat(Stream.of(head), rows.stream().map(row -> line(columns, row)))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    /** The same as a file of that name. */
    public static <R extends java.lang.Record> ResponseEntity<String> file(String name, Class<R> type, List<R> rows) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(of(type, rows));
    }

    private static String line(RecordComponent[] columns, java.lang.Record row) {
        return Arrays.stream(columns).map(column -> value(column, row)).collect(Collectors.joining(","));
    }

    private static String value(RecordComponent column, java.lang.Record row) {
        try {
            column.getAccessor().setAccessible(true);
            @Nullable Object value = column.getAccessor().invoke(row);
            return switch (value) {
                case null -> "";
                case String text -> quoted(text);
                default -> String.valueOf(value);
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What people named is not to be taken for a formula by the program that opens the file. */
    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
