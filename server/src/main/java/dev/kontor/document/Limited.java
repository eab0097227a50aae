package dev.kontor.document;

import dev.kontor.web.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** Bytes on their way in, refused as soon as there are too many. */
final class Limited extends FilterInputStream {
    private final DataSize most;
    private long left;

    Limited(InputStream in, DataSize most) {
        super(in);
        this.most = most;
        this.left = most.toBytes();
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) {
        left -= more;
        if (left < 0) {
            throw tooLarge(most);
        }
    }

    static dev.kontor.web.Refused tooLarge(DataSize most) {
        return Refusal.TOO_LARGE.refused(
                most.toMegabytes() > 0 ? most.toMegabytes() + " MiB" : most.toBytes() + " bytes");
    }
}
