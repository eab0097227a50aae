package dev.kontor.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a thumbnail. Never holds more of the picture than a few times the thumbnail, whatever its size. */
final class Shrink {
    private static final Logger LOG = LoggerFactory.getLogger(Shrink.class);

    private Shrink() {}

    /** Nothing where the picture cannot be read. */
    static Optional<Thumbnail> to(int edge, Picture picture, InputStream in) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return Optional.of(encoded(upright(read(reader, picture, edge), picture.orientation(), edge)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // readers throw whatever they like about broken pictures
            LOG.debug("No thumbnail", broken);
            return Optional.empty();
        }
    }

    private static BufferedImage read(ImageReader reader, Picture picture, int edge) throws IOException {
        if ((long) reader.getWidth(0) * reader.getHeight(0) > picture.pixels()) {
            throw new IOException("a larger picture than its header said when it came in");
        }
        int step = Math.max(1, Math.max(picture.width(), picture.height()) / (2 * edge));
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
    }

    private static BufferedImage upright(BufferedImage image, int orientation, int edge) {
        double scale = Math.min(1, (double) edge / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean turned = orientation >= 5;
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage small = new BufferedImage(
                turned ? height : width,
                turned ? width : height,
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.transform(turn(orientation, width, height));
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return small;
    }

    /** From stored to upright, for a picture of that stored size. */
    static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Thumbnail encoded(BufferedImage small) throws IOException {
        boolean png = small.getColorModel().hasAlpha() || small.getWidth() * small.getHeight() <= 64 * 64;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(small, png ? "png" : "jpeg", out)) {
            throw new IOException("not encodable");
        }
        return new Thumbnail(png ? "image/png" : "image/jpeg", out.toByteArray());
    }
}
