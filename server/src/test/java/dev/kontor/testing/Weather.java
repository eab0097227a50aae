package dev.kontor.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a store on the network, and makes it slow, broken or silent for those who go through it. */
public final class Weather implements AutoCloseable {
    /** FINE passes all on; SILENT takes requests and never answers; FAILING answers 500; BREAKING ends answers early. */
    public enum Kind {
        FINE,
        SILENT,
        FAILING,
        BREAKING
    }

    private static final byte[] FAILURE =
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final int BROKEN_AFTER = 300_000;

    private final int behind;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger breaks = new AtomicInteger();
    private volatile Kind kind = Kind.FINE;

    public Weather(int behind) throws IOException {
        this.behind = behind;
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on; connections that are open end. */
    public void becomes(Kind next) {
        kind = next;
        open.forEach(Weather::end);
        open.clear();
    }

    /** The next so many answers end early, those after them do not. */
    public void breaksTimes(int times) {
        breaks.set(times);
        becomes(Kind.BREAKING);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> handle(client, kind));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void handle(Socket client, Kind now) {
        try {
            switch (now) {
                case SILENT -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
                case FAILING -> fail(client);
                case FINE -> pass(client, Long.MAX_VALUE);
                case BREAKING -> pass(client, breaks.getAndDecrement() > 0 ? BROKEN_AFTER : Long.MAX_VALUE);
            }
        } catch (IOException ended) {
            // either side did
        } finally {
            end(client);
            open.remove(client);
        }
    }

    private static void fail(Socket client) throws IOException {
        client.getInputStream().readNBytes(1);
        client.getOutputStream().write(FAILURE);
        client.shutdownOutput();
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void pass(Socket client, long most) throws IOException {
        try (Socket store = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Thread.ofVirtual().start(() -> copy(client, store, Long.MAX_VALUE));
            copy(store, client, most);
        }
    }

    private static void copy(Socket from, Socket to, long most) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 << 10];
            long left = most;
            for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
        } catch (IOException ended) {
            // either side did
        } finally {
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // was it already
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        becomes(Kind.FINE);
    }
}
