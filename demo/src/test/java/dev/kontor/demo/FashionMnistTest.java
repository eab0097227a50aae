package dev.kontor.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two files of Fashion-MNIST become PNG pictures in a folder per kind. */
class FashionMnistTest {
    @TempDir
    Path folder;

    @Test
    void makesPictures() throws IOException {
        byte[] pixels = new byte[2 * 28 * 28];
        pixels[28 * 28 + 5] = (byte) 200;
        write("t10k-images-idx3-ubyte.gz", pixels, 2, 28, 28);
        write("t10k-labels-idx1-ubyte.gz", new byte[] {9, 1}, 2);
        Picture trouser =
                FashionMnist.collection(folder).deliveries().get(1).pictures().get(0);
        assertThat(trouser.path()).isEqualTo("trouser/00001.png");
        assertThat(trouser.labels()).isEqualTo(Picture.classified("trouser"));
        var image = ImageIO.read(new ByteArrayInputStream(trouser.content().bytes()));
        assertThat(image.getWidth()).isEqualTo(28);
        assertThat(image.getRaster().getSample(5, 0, 0)).isEqualTo(200);
    }

    @Test
    void refusesOtherFiles() throws IOException {
        write("other.gz", new byte[] {1}, 1);
        assertThatThrownBy(() -> FashionMnist.read(folder.resolve("other.gz"), 3))
                .isInstanceOf(Trouble.class);
    }

    private void write(String name, byte[] bytes, int... dimensions) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))))) {
            out.writeInt(0x0800 + dimensions.length);
            for (int dimension : dimensions) {
                out.writeInt(dimension);
            }
            out.write(bytes);
        }
    }
}
