package dev.kontor.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads no more than so many bytes of what somebody else sends, however long it says that it is. */
public final class BoundedStream extends FilterInputStream {
    private final Excess excess;
    private long left;

    /** What happens where more comes: it throws. */
    public interface Excess {
        void met(InputStream in) throws IOException;
    }

    public BoundedStream(InputStream in, long most, Excess excess) {
        super(in);
        this.left = most;
        this.excess = excess;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        left -= Math.max(0, read);
        if (left < 0) {
            excess.met(in);
        }
        return read;
    }
}
