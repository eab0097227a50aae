package dev.kontor.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection over loopback that sends requests and reads what comes back; as little work as can be, since it
 * shares the machine's cores with what it measures.
 */
final class Http implements AutoCloseable {
    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final byte[] line = new byte[16 * 1024];
    private final byte[] sink = new byte[64 * 1024];

    Http(int port) throws IOException {
        this.port = port;
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        out = socket.getOutputStream();
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    /** The server may end a connection after some requests, and says so. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        out = socket.getOutputStream();
    }

    /** A GET as it goes over the wire. */
    static byte[] get(String path, String... cookies) {
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                + (cookies.length == 0 ? "" : "Cookie: " + String.join("; ", cookies) + "\r\n") + "\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    /** A request that changes something, with what guards it against being forged. */
    static byte[] request(String method, String path, String json, String session) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                + "Cookie: " + session + "; XSRF-TOKEN=bench\r\nX-XSRF-TOKEN: bench\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n" + json;
        return head.getBytes(StandardCharsets.UTF_8);
    }

    /** The same with a body of bytes. */
    static byte[] request(String method, String path, String contentType, byte[] body, String session) {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                        + "Cookie: " + session + "; XSRF-TOKEN=bench\r\nX-XSRF-TOKEN: bench\r\n"
                        + "Content-Type: " + contentType + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    record Answer(int status, String head, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Sends one and keeps what came. */
    Answer fetch(byte[] request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder();
        int status = exchange(request, head, body);
        return new Answer(status, head.toString(), body.toByteArray());
    }

    /** Sends one, throws away what comes, and returns its status. */
    int send(byte[] request) throws IOException {
        return exchange(request, null, null);
    }

    private int exchange(byte[] request, @Nullable StringBuilder head, @Nullable OutputStream body) throws IOException {
        int length;
        try {
            out.write(request);
            length = readLine();
        } catch (EOFException | SocketException idle) {
            reconnect(); // the server ends connections that were not used for a while
            out.write(request);
            length = readLine();
        }
        int status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + line[11] - '0';
        long size = 0;
        boolean chunked = false;
        boolean last = false;
        while ((length = readLine()) > 0) {
            if (head != null) {
                head.append(new String(line, 0, length, StandardCharsets.US_ASCII))
                        .append('\n');
            }
            if (startsWith("content-length:", length)) {
                size = Long.parseLong(new String(line, 15, length - 15, StandardCharsets.US_ASCII).strip());
            } else if (startsWith("transfer-encoding:", length)) {
                chunked = true;
            } else if (startsWith("connection: close", length)) {
                last = true;
            }
        }
        if (chunked) {
            while ((size = chunk()) > 0) {
                drain(size, body);
                readLine();
            }
            readLine();
        } else {
            drain(size, body);
        }
        if (last) {
            reconnect();
        }
        return status;
    }

    private long chunk() throws IOException {
        int length = readLine();
        return Long.parseLong(new String(line, 0, length, StandardCharsets.US_ASCII), 16);
    }

    private void drain(long size, @Nullable OutputStream body) throws IOException {
        for (long left = size; left > 0; ) {
            int read = in.read(sink, 0, (int) Math.min(sink.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            if (body != null) {
                body.write(sink, 0, read);
            }
            left -= read;
        }
    }

    /** The next line without its end, into {@link #line}; returns its length. */
    private int readLine() throws IOException {
        int length = 0;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line[length++] = (byte) c;
            }
        }
        return length;
    }

    private boolean startsWith(String name, int length) {
        if (length < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase((char) line[i]) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
