package dev.kontor.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;

/**
 * The 10,000 test pictures of Fashion-MNIST: grey, 28 pixels wide and high, each of one of ten kinds. They come as two
 * files of bytes, and are written as PNG into a folder per kind.
 */
final class FashionMnist {
    private static final List<String> KINDS = List.of(
            "t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle-boot");
    private static final int EDGE = 28;
    private static final int ABOUT = 600;

    private FashionMnist() {}

    static Collection collection(Path folder) throws IOException {
        byte[] pixels = read(folder.resolve("t10k-images-idx3-ubyte.gz"), 3);
        byte[] kinds = read(folder.resolve("t10k-labels-idx1-ubyte.gz"), 1);
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            String kind = KINDS.get(kinds[i]);
            int from = i * EDGE * EDGE;
            Content content = new Content(ABOUT, () -> png(Arrays.copyOfRange(pixels, from, from + EDGE * EDGE)));
            pictures.add(new Picture("%s/%05d.png".formatted(kind, i), content, Picture.classified(kind)));
        }
        return new Collection(
                "Fashion-MNIST",
                "10,000 garments in 28 x 28 grey pixels, each of one of ten kinds. Zalando Research, MIT licence.",
                Map.of("CLASSIFICATION", Collection.categories(KINDS)),
                Collection.split(pictures, List.of("First delivery", "Second delivery", "Third delivery")));
    }

    /** An IDX file: four bytes of which the last is the number of dimensions, their sizes, the bytes. */
    static byte[] read(Path file, int dimensions) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != 0x0800 + dimensions) {
                throw new Trouble(file + " is no IDX file of bytes in " + dimensions + " dimensions.");
            }
            int size = 1;
            for (int i = 0; i < dimensions; i++) {
                size = Math.multiplyExact(size, in.readInt());
            }
            byte[] bytes = new byte[size];
            in.readFully(bytes);
            return bytes;
        }
    }

    static byte[] png(byte[] grey) throws IOException {
        BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, EDGE, EDGE, grey);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
