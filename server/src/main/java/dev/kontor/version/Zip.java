package dev.kontor.version;

import dev.kontor.version.Items.Totals;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/**
 * Writes a zip of stored entries whose sizes and CRCs are known, so that its length is known before its first byte. The
 * wide form (zip64) throughout where the narrow one could overflow, else nowhere but in the end record. Remembers no
 * entry: they are told a second time for the directory, so that memory does not grow with them.
 */
final class Zip {
    private static final long NARROW = 0xffff_ffffL;
    private static final int MANY = 0xffff;
    private static final int UTF_8 = 1 << 11;

    private final OutputStream out;
    private final boolean wide;
    private final int dosTime;
    private long position;
    private long listed;
    private long count;
    private long directorySize;

    /** A file in the zip. */
    record Entry(String path, long size, long crc32) {}

    Zip(OutputStream out, boolean wide, LocalDateTime time) {
        this.out = out;
        this.wide = wide;
        int date = Math.max(0, time.getYear() - 1980) << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
        this.dosTime = date << 16 | time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
    }

    static boolean wide(Totals totals) {
        return narrowLength(totals) >= NARROW;
    }

    static long length(Totals totals) {
        return length(totals, wide(totals));
    }

    static long length(Totals totals, boolean wide) {
        long end = wide && totals.count() < MANY ? 56 + 20 : 0;
        return narrowLength(totals) + (wide ? totals.count() * (20 + 28) + end : 0);
    }

    private static long narrowLength(Totals totals) {
        return totals.bytes()
                + 2 * totals.pathBytes()
                + totals.count() * (30 + 46)
                + 22
                + (totals.count() >= MANY ? 56 + 20 : 0);
    }

    /** The entry's bytes follow, exactly so many. */
    void begin(Entry entry) throws IOException {
        byte[] name = entry.path().getBytes(StandardCharsets.UTF_8);
        ByteBuffer local = buffer(localLength(name));
        local.putInt(0x04034b50);
        common(local, entry, name, wide ? 20 : 0);
        local.put(name);
        if (wide) {
            local.putShort((short) 1).putShort((short) 16).putLong(entry.size()).putLong(entry.size());
        }
        out.write(local.array());
        position += local.capacity() + entry.size();
    }

    /** An entry of the directory: all of them again, in the same order. */
    void list(Entry entry) throws IOException {
        byte[] name = entry.path().getBytes(StandardCharsets.UTF_8);
        ByteBuffer central = buffer(46 + name.length + (wide ? 28 : 0));
        central.putInt(0x02014b50).putShort((short) (3 << 8 | version()));
        common(central, entry, name, wide ? 28 : 0);
        central.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0100644 << 16);
        central.putInt((int) (wide ? NARROW : listed)).put(name);
        if (wide) {
            central.putShort((short) 1)
                    .putShort((short) 24)
                    .putLong(entry.size())
                    .putLong(entry.size())
                    .putLong(listed);
        }
        out.write(central.array());
        directorySize += central.capacity();
        listed += localLength(name) + entry.size();
        count++;
    }

    private int localLength(byte[] name) {
        return 30 + name.length + (wide ? 20 : 0);
    }

    private void common(ByteBuffer to, Entry entry, byte[] name, int extra) {
        int size = (int) (wide ? NARROW : entry.size());
        to.putShort((short) version())
                .putShort((short) UTF_8)
                .putShort((short) 0)
                .putInt(dosTime)
                .putInt((int) entry.crc32());
        to.putInt(size).putInt(size).putShort((short) name.length).putShort((short) extra);
    }

    private int version() {
        return wide ? 45 : 20;
    }

    void end() throws IOException {
        if (listed != position) {
            throw new IOException("The directory lists other entries than were written.");
        }
        if (wide || count >= MANY) {
            ByteBuffer end = buffer(56 + 20);
            end.putInt(0x06064b50)
                    .putLong(44)
                    .putShort((short) 45)
                    .putShort((short) 45)
                    .putInt(0)
                    .putInt(0);
            end.putLong(count).putLong(count).putLong(directorySize).putLong(position);
            end.putInt(0x07064b50).putInt(0).putLong(position + directorySize).putInt(1);
            out.write(end.array());
        }
        short some = (short) Math.min(count, MANY);
        ByteBuffer end = buffer(22);
        end.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(some)
                .putShort(some);
        end.putInt((int) Math.min(directorySize, NARROW))
                .putInt((int) (wide ? NARROW : position))
                .putShort((short) 0);
        out.write(end.array());
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
