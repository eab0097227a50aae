package dev.kontor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A running {@link OtherStore}, and what is sent to it. */
final class OtherServer implements AutoCloseable {
    private final Process process;
    private final int port;
    private final boolean guarded;

    private OtherServer(Process process, int port, boolean guarded) {
        this.process = process;
        this.port = port;
        this.guarded = guarded;
    }

    /** @param how {@link OtherStore#DURABLE} and {@link OtherStore#GUARDED}, or nothing of it */
    static OtherServer start(Path folder, String... how) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("kontor.bench.other", ""),
                OtherStore.class.getName(),
                folder.toString()));
        command.addAll(List.of(how));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(OtherStore.READY)) {
                int port = Integer.parseInt(line.substring(OtherStore.READY.length()));
                return new OtherServer(process, port, Arrays.asList(how).contains(OtherStore.GUARDED));
            }
        }
        throw new IOException("s3proxy did not start");
    }

    int port() {
        return port;
    }

    /** Seconds of processor time that it has used up; it has no database. */
    double[] used() {
        return new double[] {BenchedServer.seconds(process.toHandle()), 0};
    }

    byte[] put(String name, byte[] content) {
        byte[] head = head(SdkHttpMethod.PUT, name, content);
        byte[] whole = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return whole;
    }

    byte[] get(String name) {
        return head(SdkHttpMethod.GET, name, new byte[0]);
    }

    private byte[] head(SdkHttpMethod method, String name, byte[] content) {
        String path = "/" + OtherStore.BUCKET + "/" + name;
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        if (guarded) {
            signed(method, path, content)
                    .request()
                    .forEachHeader((header, values) -> values.forEach(value ->
                            head.append(header).append(": ").append(value).append("\r\n")));
        } else {
            head.append("Host: localhost\r\n");
        }
        if (method == SdkHttpMethod.PUT) {
            head.append("Content-Type: application/octet-stream\r\nContent-Length: ")
                    .append(content.length)
                    .append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** By somebody whom the server knows, with the digest of what is sent. */
    private static SignedRequest signed(SdkHttpMethod method, String path, byte[] content) {
        SdkHttpFullRequest request = SdkHttpFullRequest.builder()
                .method(method)
                .uri(URI.create("http://localhost" + path))
                .putHeader("Host", "localhost")
                .build();
        return AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(AwsCredentialsIdentity.create(OtherStore.USER, OtherStore.SECRET))
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArrayUnsafe(content))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
