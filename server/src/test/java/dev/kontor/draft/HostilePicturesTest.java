package dev.kontor.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pictures that are made to hurt: they are kept as they came, and have no thumbnail; nobody else notices. */
@Specification
class HostilePicturesTest {
    @Autowired
    Stage stage;

    Playground at;
    String draft = "";

    @BeforeAll
    void open() {
        at = Playground.of(stage);
        draft = at.draft();
    }

    private static byte[] picture(String format, int width, int height) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), format, bytes);
        return bytes.toByteArray();
    }

    /** A PNG that says another size than it has, with a sum that is right. */
    private static byte[] png(int width, int height) throws Exception {
        byte[] png = picture("png", 10, 10);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    private static byte[] bmp(int width, int height) throws Exception {
        byte[] bmp = picture("bmp", 10, 10);
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height);
        return bmp;
    }

    private static byte[] gif(int width, int height) throws Exception {
        byte[] gif = picture("gif", 10, 10);
        ByteBuffer.wrap(gif)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(6, (short) width)
                .putShort(8, (short) height);
        return gif;
    }

    /** Its EXIF is a directory that counts more entries than there are, and points to itself. */
    private static byte[] looping() throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        byte[] whole = picture("jpeg", 10, 10);
        jpeg.write(whole, 0, 2);
        ByteBuffer exif = ByteBuffer.allocate(40).putShort((short) 0xffe1).putShort((short) 38);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 0xffff);
        jpeg.write(exif.array());
        jpeg.write(whole, 2, whole.length - 2);
        return jpeg.toByteArray();
    }

    @Test
    void areKeptAndHaveNoThumbnail() throws Exception {
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put("huge.png", png(60_000, 60_000));
        hostile.put("endless.png", png(Integer.MAX_VALUE, Integer.MAX_VALUE));
        hostile.put("negative.png", png(-1, 10));
        hostile.put("flat.png", png(90_000_000, 1));
        hostile.put("lying.png", png(9_000, 9_000));
        hostile.put("cut.png", Arrays.copyOf(picture("png", 300, 300), 60));
        hostile.put("head.png", Arrays.copyOf(picture("png", 300, 300), 8));
        hostile.put("text.png", "no picture".getBytes(StandardCharsets.UTF_8));
        hostile.put("huge.bmp", bmp(30_000, 30_000));
        hostile.put("least.bmp", bmp(10, Integer.MIN_VALUE));
        hostile.put("huge.gif", gif(65_535, 65_535));
        hostile.put("none.gif", gif(0, 0));
        hostile.put("cut.jpg", Arrays.copyOf(picture("jpeg", 300, 300), 300));
        hostile.put(
                "a.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                        .getBytes(StandardCharsets.UTF_8));
        String ref = at.at() + "/versions/draft-" + draft.substring(draft.lastIndexOf('/') + 1);
        hostile.forEach((path, bytes) -> {
            at.owner().put(draft + "/item?path=" + path, bytes).says("200");
            assertThat(at.owner().get(ref + "/thumbnail?path=" + path).said())
                    .as(path)
                    .isEqualTo("404 no-thumbnail");
            Answer content = at.owner().get(ref + "/content?path=" + path).ok();
            assertThat(content.bytes()).as(path).isEqualTo(bytes);
        });
        assertThat(at.owner().get(ref + "/items").ok().items("/path").stream().filter(path -> !path.startsWith("odd/")))
                .hasSize(hostile.size());
        at.owner().get(ref + "/folder").ok();
    }

    @Test
    void whatIsOddButWholeHasOne() throws Exception {
        String ref = at.at() + "/versions/draft-" + draft.substring(draft.lastIndexOf('/') + 1);
        // a hundred million pixels in some ten kilobytes
        byte[] bomb = picture("png", 10_000, 10_000);
        assertThat(bomb.length).isLessThan(100_000);
        Map<String, byte[]> odd =
                Map.of("bomb.png", bomb, "looping.jpg", looping(), "line.png", picture("png", 20_000, 1));
        odd.forEach((path, bytes) -> {
            at.owner().put(draft + "/item?path=odd/" + path, bytes).says("200");
            Answer thumbnail = at.owner().get(ref + "/thumbnail?size=128&path=odd/" + path);
            assertThat(thumbnail.said()).as(path).isEqualTo("200");
        });
    }
}
