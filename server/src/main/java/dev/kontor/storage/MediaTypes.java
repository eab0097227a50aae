package dev.kontor.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a file is, told from its first bytes and, for text, its name; never from what the sender claims. Whatever a
 * browser could run (HTML, SVG, XML) and whatever is not known goes by {@link #UNKNOWN}.
 */
public final class MediaTypes {
    public static final String UNKNOWN = "application/octet-stream";

    private static final int LOOKED_AT = 1 << 10;

    private record Magic(int offset, String bytes, String type) {
        boolean found(byte[] head) {
            byte[] wanted = bytes.getBytes(ISO_8859_1);
            return head.length >= offset + wanted.length
                    && java.util.Arrays.equals(head, offset, offset + wanted.length, wanted, 0, wanted.length);
        }
    }

    private static final List<Magic> MAGIC = List.of(
            new Magic(0, "\u0089PNG\r\n\u001a\n", "image/png"),
            new Magic(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
            new Magic(0, "GIF87a", "image/gif"),
            new Magic(0, "GIF89a", "image/gif"),
            new Magic(8, "WEBPVP8", "image/webp"),
            new Magic(4, "ftypavif", "image/avif"),
            new Magic(0, "BM", "image/bmp"),
            new Magic(0, "II*\0", "image/tiff"),
            new Magic(0, "MM\0*", "image/tiff"),
            new Magic(0, "%PDF-", "application/pdf"),
            new Magic(8, "WAVE", "audio/wav"),
            new Magic(0, "ID3", "audio/mpeg"),
            new Magic(0, "fLaC", "audio/flac"),
            new Magic(0, "OggS", "audio/ogg"),
            new Magic(4, "ftypisom", "video/mp4"),
            new Magic(4, "ftypmp42", "video/mp4"),
            new Magic(0, "\u001aE\u00df\u00a3", "video/webm"));

    private static final Map<String, String> TEXTS = Map.of(
            "txt",
            "text/plain",
            "md",
            "text/plain",
            "log",
            "text/plain",
            "yaml",
            "text/plain",
            "yml",
            "text/plain",
            "csv",
            "text/csv",
            "tsv",
            "text/plain",
            "jsonl",
            "text/plain",
            "json",
            "application/json");

    /** What a browser may show by itself; anything else is downloaded. */
    private static final Set<String> SHOWN = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/avif",
            "image/bmp",
            "text/plain",
            "application/json",
            "audio/wav",
            "audio/mpeg",
            "audio/flac",
            "audio/ogg",
            "video/mp4",
            "video/webm");

    private MediaTypes() {}

    public static String of(byte[] head, String path) {
        return MAGIC.stream()
                .filter(magic -> magic.found(head))
                .map(Magic::type)
                .findFirst()
                .orElseGet(() -> text(head, path));
    }

    public static boolean shown(String mediaType) {
        return SHOWN.contains(mediaType);
    }

    private static String text(byte[] head, String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TEXTS.get(ending);
        return type != null && isText(head) ? type : UNKNOWN;
    }

    private static boolean isText(byte[] head) {
        ByteBuffer start = ByteBuffer.wrap(head, 0, Math.min(head.length, LOOKED_AT));
        CharBuffer characters = CharBuffer.allocate(LOOKED_AT);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        // not told that this is the end: the last character may be cut
        boolean valid = !utf8.decode(start, characters, false).isError();
        return valid && characters.flip().chars().noneMatch(c -> c == 0);
    }
}
