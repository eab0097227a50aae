package dev.kontor.picture;

/**
 * What the header of a picture says.
 *
 * @param width in pixels as stored, before the orientation is applied; so is height
 * @param orientation as in EXIF: 1 upright, 3 upside down, 6 and 8 turned, the others mirrored
 */
public record Picture(int width, int height, int orientation) {
    public Picture {
        if (width < 1 || height < 1 || orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException(width + " x " + height + ", " + orientation);
        }
    }

    long pixels() {
        return (long) width * height;
    }
}
