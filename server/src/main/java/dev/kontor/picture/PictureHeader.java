package dev.kontor.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads size and orientation from the first bytes of a picture, without decoding it. */
public final class PictureHeader {
    private PictureHeader() {}

    /** Nothing where it is no picture of a known kind, or a broken one. */
    public static Optional<Picture> read(byte[] head, String mediaType) {
        try {
            return switch (mediaType) {
                case "image/png" ->
                    Optional.of(new Picture(big(head).getInt(16), big(head).getInt(20), 1));
                case "image/gif" -> Optional.of(new Picture(u16(little(head), 6), u16(little(head), 8), 1));
                case "image/bmp" ->
                    Optional.of(new Picture(
                            little(head).getInt(18), Math.abs(little(head).getInt(22)), 1));
                case "image/webp" -> Optional.of(webp(little(head)));
                case "image/jpeg" -> jpeg(big(head));
                default -> Optional.empty();
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Picture webp(ByteBuffer in) {
        return switch (in.get(15)) {
            case 'X' -> new Picture((in.getInt(24) & 0xffffff) + 1, (in.getInt(26) >>> 8 & 0xffffff) + 1, 1);
            case 'L' -> new Picture((in.getInt(21) & 0x3fff) + 1, (in.getInt(21) >>> 14 & 0x3fff) + 1, 1);
            default -> new Picture(u16(in, 26) & 0x3fff, u16(in, 28) & 0x3fff, 1);
        };
    }

    private static Optional<Picture> jpeg(ByteBuffer in) {
        int orientation = 1;
        for (int at = 2; (in.get(at) & 0xff) == 0xff; ) {
            int marker = in.get(at + 1) & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == 0xe1 && in.getInt(at + 4) == 0x45786966) {
                orientation = exif(in.slice(at + 10, u16(in, at + 2) - 8));
            }
            // every start of frame but the tables that share its numbers
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return Optional.of(new Picture(u16(in, at + 7), u16(in, at + 5), orientation));
            }
            at += 2 + u16(in, at + 2);
        }
        return Optional.empty();
    }

    /** The orientation in the first directory of the TIFF structure that EXIF is. */
    private static int exif(ByteBuffer tiff) {
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            for (int i = 0; i < u16(tiff, directory); i++) {
                int entry = directory + 2 + 12 * i;
                if (u16(tiff, entry) == 0x0112) {
                    int orientation = u16(tiff, entry + 8);
                    return orientation >= 1 && orientation <= 8 ? orientation : 1;
                }
            }
        } catch (IndexOutOfBoundsException broken) {
            // a picture is shown as it is stored where its EXIF cannot be read
        }
        return 1;
    }

    private static int u16(ByteBuffer in, int at) {
        return in.getShort(at) & 0xffff;
    }

    private static ByteBuffer big(byte[] head) {
        return ByteBuffer.wrap(head);
    }

    private static ByteBuffer little(byte[] head) {
        return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    }
}
