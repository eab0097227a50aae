package dev.kontor.statistic;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures as lines of comma-separated values: dates and numbers, which need no quotes, under the names they have in JSON. */
final class Csv {
    private static final RecordComponent[] COLUMNS = Days.Day.class.getRecordComponents();

    private Csv() {}

    static String of(List<Days.Day> days) {
        String head = Arrays.stream(COLUMNS).map(RecordComponent::getName).collect(Collectors.joining(","));
        return Stream.concat(Stream.of(head), days.stream().map(Csv::line))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    private static String line(Days.Day day) {
        return Arrays.stream(COLUMNS).map(column -> value(column, day)).collect(Collectors.joining(","));
    }

    private static String value(RecordComponent column, Days.Day day) {
        try {
            return String.valueOf(column.getAccessor().invoke(day));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
