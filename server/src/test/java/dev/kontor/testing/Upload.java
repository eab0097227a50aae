package dev.kontor.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A batch of files as it is sent: a part {@code items}, then a part {@code file} for each. */
public final class Upload {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Map<String, Object>> items = new ArrayList<>();
    private final List<byte[]> files = new ArrayList<>();

    public Upload file(String path, byte[] bytes) {
        return file(path, bytes, null);
    }

    /** Labels as JSON. */
    public Upload file(String path, byte[] bytes, @Nullable String labels) {
        return file(path, sha256(bytes), bytes, labels);
    }

    /** With a digest that may be another one than that of the bytes. */
    public Upload file(String path, String digest, byte[] bytes, @Nullable String labels) {
        Map<String, Object> item = new HashMap<>(Map.of("path", path, "digest", digest));
        if (labels != null) {
            item.put("labels", JSON.readTree(labels));
        }
        items.add(item);
        files.add(bytes);
        return this;
    }

    public Answer to(Client client, String draft) {
        return send(client, draft, JSON.writeValueAsString(items), files);
    }

    public static Answer send(Client client, String draft, String items, List<byte[]> files) {
        String boundary = "b" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part(boundary, "items", "", items.getBytes(StandardCharsets.UTF_8)));
        for (byte[] file : files) {
            body.writeBytes(part(boundary, "file", "; filename=\"f\"", file));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return client.send(
                "POST",
                draft + "/items",
                body.toByteArray(),
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    private static byte[] part(String boundary, String name, String more, byte[] bytes) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(bytes);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
