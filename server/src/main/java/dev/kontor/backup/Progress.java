package dev.kontor.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the operator how far it is: on a terminal in one line that changes, else in lines of a log, now and then. */
final class Progress {
    private static final double MIB = 1 << 20;

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private final long total;
    private final long start = System.nanoTime();
    private final long pause;
    private long told;
    private long bytes;
    private String phase = "";

    /** @param total bytes, as far as that is known */
    Progress(PrintStream out, String what, long total) {
        this.out = out;
        this.terminal = onTerminal();
        this.what = what;
        this.total = Math.max(total, 1);
        this.pause = Duration.ofSeconds(terminal ? 1 : 5).toNanos();
        tell();
    }

    private static boolean onTerminal() {
        java.io.@Nullable Console console = System.console();
        return console != null && console.isTerminal();
    }

    void phase(String name) {
        phase = ", " + name;
        add(0);
    }

    void add(long more) {
        bytes += more;
        if (System.nanoTime() - told > pause) {
            tell();
        }
    }

    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = in.read();
                add(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = in.read(buffer, offset, length);
                add(Math.max(read, 0));
                return read;
            }
        };
    }

    /** All is done, however much it was. */
    void done() {
        phase = "";
        tell(100);
        if (terminal) {
            out.println();
        }
    }

    private void tell() {
        tell(Math.min(99, bytes * 100 / total));
    }

    private void tell(long percent) {
        told = System.nanoTime();
        double seconds = (told - start) / 1e9;
        String line = "%s: %d %%, %,.1f MiB, %,.0f MiB/s%s"
                .formatted(what, percent, bytes / MIB, bytes / MIB / Math.max(seconds, 0.001), phase);
        if (terminal) {
            out.print("\r" + line + "\033[K");
            out.flush();
        } else {
            out.println(line);
        }
    }
}
