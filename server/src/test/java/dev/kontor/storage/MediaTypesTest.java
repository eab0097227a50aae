package dev.kontor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser could run is never sent as what it is, whatever its name says. */
class MediaTypesTest {
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        a.png    | PNG                     | image/png
        a.html   | PNG                     | image/png
        a        | JPEG                    | image/jpeg
        a.gif    | GIF89a..                | image/gif
        a.html   | <html>                  | application/octet-stream
        a.svg    | <svg/>                  | application/octet-stream
        a.xml    | <?xml version='1.0'?>   | application/octet-stream
        a.png    | <svg onload='x()'/>     | application/octet-stream
        a.js     | alert(1)                | application/octet-stream
        a.txt    | <html>                  | text/plain
        a.TXT    | Zürich                  | text/plain
        a.json   | {}                      | application/json
        a.csv    | a,b                     | text/csv
        a.pdf    | %PDF-1.7                | application/pdf
        a.txt    | NUL                     | application/octet-stream
        a        | x                       | application/octet-stream
        """)
    void tellsByBytesAndName(String path, String bytes, String type) {
        String head =
                switch (bytes) {
                    case "PNG" -> "\u0089PNG\r\n\u001a\n";
                    case "JPEG" -> "\u00ff\u00d8\u00ff\u00e0";
                    case "NUL" -> "a\0b";
                    default -> null;
                };
        byte[] read =
                head == null ? bytes.getBytes(StandardCharsets.UTF_8) : head.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MediaTypes.of(read, path)).isEqualTo(type);
    }
}
