package dev.kontor.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers are read without decoding, thumbnails stand upright, broken pictures have none. */
class ShrinkTest {
    /** Red at the top left, green at the top right, blue at the bottom left, white at the bottom right. */
    private static BufferedImage corners(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                boolean left = x < width / 2;
                boolean top = y < height / 2;
                image.setRGB(x, y, (top ? left ? Color.RED : Color.GREEN : left ? Color.BLUE : Color.WHITE).getRGB());
            }
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"png,image/png", "jpeg,image/jpeg", "gif,image/gif", "bmp,image/bmp"})
    void readsTheHeader(String format, String mediaType) throws Exception {
        byte[] bytes = encoded(corners(321, 123), format);
        assertThat(PictureHeader.read(bytes, mediaType)).contains(new Picture(321, 123, 1));
        for (int length = 0; length < 40; length++) {
            // cut short anywhere it is a picture or none, never an error
            PictureHeader.read(Arrays.copyOf(bytes, length), mediaType);
        }
    }

    /** What is seen at the top left when the picture stands upright. */
    @ParameterizedTest(name = "orientation {0}: {1} x {2}, {3} first")
    @CsvSource({
        "1, 100, 50, RED", "2, 100, 50, GREEN", "3, 100, 50, WHITE", "4, 100, 50, BLUE",
        "5, 50, 100, RED", "6, 50, 100, BLUE", "7, 50, 100, WHITE", "8, 50, 100, GREEN"
    })
    void standsUpright(int orientation, int width, int height, String first) throws Exception {
        byte[] jpeg = withOrientation(encoded(corners(400, 200), "jpeg"), orientation);
        Picture picture = PictureHeader.read(jpeg, "image/jpeg").orElseThrow();
        assertThat(picture).isEqualTo(new Picture(400, 200, orientation));
        Thumbnail thumbnail =
                Shrink.to(100, picture, new ByteArrayInputStream(jpeg)).orElseThrow();
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
        assertThat(small.getWidth()).isEqualTo(width);
        assertThat(small.getHeight()).isEqualTo(height);
        assertThat(name(new Color(small.getRGB(5, 5)))).isEqualTo(first);
    }

    private static String name(Color color) {
        boolean red = color.getRed() > 128;
        boolean green = color.getGreen() > 128;
        return red && green ? "WHITE" : red ? "RED" : green ? "GREEN" : "BLUE";
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2)).put("Exif\0\0".getBytes());
        exif.put("MM\0*".getBytes()).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void brokenPicturesHaveNone() throws Exception {
        byte[] png = encoded(corners(400, 400), "png");
        Picture picture = new Picture(400, 400, 1);
        assertThat(Shrink.to(100, picture, new ByteArrayInputStream(Arrays.copyOf(png, 60))))
                .isEqualTo(Optional.empty());
        assertThat(Shrink.to(100, picture, new ByteArrayInputStream("no picture".getBytes())))
                .isEqualTo(Optional.empty());
        // larger than its header said when it came in
        assertThat(Shrink.to(100, new Picture(10, 10, 1), new ByteArrayInputStream(png)))
                .isEqualTo(Optional.empty());
        assertThat(Thumbnails.possible("image/png", 1000, new Picture(50_000, 50_000, 1)))
                .isFalse();
        assertThat(Thumbnails.possible("image/webp", 1000, picture)).isFalse();
    }
}
