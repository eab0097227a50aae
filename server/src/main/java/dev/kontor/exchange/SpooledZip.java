package dev.kontor.exchange;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a zip of any number of entries, whose sizes need not be known, at constant memory: the directory waits in a
 * file until the end. The libraries remember every entry.
 */
final class SpooledZip implements AutoCloseable {
    private static final long NARROW = 0xffff_ffffL;
    private static final int MANY = 0xffff;
    private static final int UTF_8 = 1 << 11;
    private static final int SIZES_FOLLOW = 1 << 3;

    private final OutputStream out;
    private final Path directory;
    private final OutputStream list;
    private final int time;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private long position;
    private long count;

    /** Stored: method 0; deflated: 8. */
    private record Entry(byte[] name, int method, long crc32, long packed, long size, long at) {}

    SpooledZip(OutputStream out, LocalDateTime now) throws IOException {
        this.out = out;
        this.directory = Files.createTempFile("kontor-zip", ".directory");
        this.list = new BufferedOutputStream(Files.newOutputStream(directory));
        int date = Math.max(0, now.getYear() - 1980) << 9 | now.getMonthValue() << 5 | now.getDayOfMonth();
        this.time = date << 16 | now.getHour() << 11 | now.getMinute() << 5 | now.getSecond() / 2;
    }

    /** An entry that is packed while it is written; it ends when it is closed. */
    OutputStream begin(String path) throws IOException {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        long at = position;
        local(new Entry(name, 8, 0, 0, 0, at), false);
        deflater.reset();
        return new Packed(out, name, at);
    }

    private final class Packed extends FilterOutputStream {
        private final byte[] name;
        private final long at;
        private final CRC32 crc = new CRC32();
        private final DeflaterOutputStream packing;
        private boolean closed;

        Packed(OutputStream out, byte[] name, long at) {
            super(out);
            this.name = name;
            this.at = at;
            this.packing = new DeflaterOutputStream(out, deflater, 8 << 10);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            crc.update(bytes, from, length);
            packing.write(bytes, from, length);
        }

        @Override
        public void flush() {
            // what is packed goes out when there is enough of it
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            packing.finish();
            Entry entry = new Entry(name, 8, crc.getValue(), deflater.getBytesWritten(), deflater.getBytesRead(), at);
            position += entry.packed();
            boolean wide = entry.packed() >= NARROW || entry.size() >= NARROW;
            ByteBuffer sizes = buffer(wide ? 24 : 16).putInt(0x08074b50).putInt((int) entry.crc32());
            put(wide ? sizes.putLong(entry.packed()).putLong(entry.size()) : narrow(sizes, entry));
            directory(entry);
        }

        private ByteBuffer narrow(ByteBuffer sizes, Entry entry) {
            return sizes.putInt((int) entry.packed()).putInt((int) entry.size());
        }
    }

    /** A file as it is, whose size and sum are known. */
    void store(String path, long size, long crc32, InputStream in) throws IOException {
        Entry entry = new Entry(path.getBytes(StandardCharsets.UTF_8), 0, crc32, size, size, position);
        local(entry, true);
        if (in.transferTo(out) != size) {
            throw new IOException("A content has another size than its row says.");
        }
        position += size;
        directory(entry);
    }

    private void local(Entry entry, boolean known) throws IOException {
        boolean wide = known && entry.size() >= NARROW;
        ByteBuffer head = buffer(30 + entry.name().length + (wide ? 20 : 0));
        head.putInt(0x04034b50);
        common(head, entry, known, wide);
        head.putShort((short) entry.name().length)
                .putShort((short) (wide ? 20 : 0))
                .put(entry.name());
        if (wide) {
            head.putShort((short) 1).putShort((short) 16).putLong(entry.size()).putLong(entry.packed());
        }
        put(head);
    }

    private void common(ByteBuffer to, Entry entry, boolean known, boolean wide) {
        to.putShort((short) (wide ? 45 : 20)).putShort((short) (known ? UTF_8 : UTF_8 | SIZES_FOLLOW));
        to.putShort((short) entry.method()).putInt(time).putInt((int) entry.crc32());
        to.putInt((int) (wide ? NARROW : entry.packed())).putInt((int) (wide ? NARROW : entry.size()));
    }

    private void directory(Entry entry) throws IOException {
        boolean wide = entry.packed() >= NARROW || entry.size() >= NARROW || entry.at() >= NARROW;
        ByteBuffer head = buffer(46 + entry.name().length + (wide ? 28 : 0));
        head.putInt(0x02014b50).putShort((short) (3 << 8 | (wide ? 45 : 20)));
        common(head, entry, entry.method() == 0, wide);
        head.putShort((short) entry.name().length).putShort((short) (wide ? 28 : 0));
        head.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0100644 << 16);
        head.putInt((int) (wide ? NARROW : entry.at())).put(entry.name());
        if (wide) {
            head.putShort((short) 1).putShort((short) 24);
            head.putLong(entry.size()).putLong(entry.packed()).putLong(entry.at());
        }
        list.write(head.array());
        count++;
    }

    void end() throws IOException {
        list.close();
        long at = position;
        long size = Files.copy(directory, out);
        position += size;
        if (count >= MANY || position >= NARROW) {
            ByteBuffer wide = buffer(56 + 20);
            wide.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
            wide.putInt(0).putInt(0).putLong(count).putLong(count).putLong(size).putLong(at);
            put(wide.putInt(0x07064b50).putInt(0).putLong(at + size).putInt(1));
        }
        short some = (short) Math.min(count, MANY);
        ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0).putShort(some).putShort(some);
        put(end.putInt((int) Math.min(size, NARROW)).putInt((int) Math.min(at, NARROW)));
    }

    private void put(ByteBuffer bytes) throws IOException {
        out.write(bytes.array());
        position += bytes.capacity();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        list.close();
        Files.deleteIfExists(directory);
    }
}
