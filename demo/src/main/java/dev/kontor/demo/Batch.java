package dev.kontor.demo;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pictures that travel in one request: a list of what they are, then their bytes in the same order. */
record Batch(List<Picture> pictures) {
    private static final String BOUNDARY = "kontor-demo-1f0c2b7a95e84d63";
    private static final long MOST_BYTES = 32L << 20;

    /** The outcome of each. */
    JsonNode send(Visitor visitor, String draft) throws IOException {
        boolean alone = pictures.size() == 1 && pictures.getFirst().content().size() > MOST_BYTES;
        return alone ? sendAlone(visitor, draft, pictures.getFirst()) : sendTogether(visitor, draft);
    }

    /** What is too large for a batch goes by itself; then it is known, and put like anything known. */
    private static JsonNode sendAlone(Visitor visitor, String draft, Picture picture) throws IOException {
        byte[] bytes = picture.content().bytes();
        String digest = Base64.getEncoder().encodeToString(sha256(bytes));
        String path = URLEncoder.encode(picture.path(), StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("Content-Digest", "sha-256=:" + digest + ":");
        visitor.upload("PUT", draft + "/item?path=" + path, headers, BodyPublishers.ofByteArray(bytes));
        return visitor.post(draft + "/items", Map.of("items", List.of(item(picture, bytes))))
                .get("outcomes");
    }

    private JsonNode sendTogether(Visitor visitor, String draft) throws IOException {
        List<Map<String, Object>> items = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        for (Picture picture : pictures) {
            byte[] bytes = picture.content().bytes();
            String name = picture.path().substring(picture.path().lastIndexOf('/') + 1);
            items.add(item(picture, bytes));
            files.add(head("name=\"file\"; filename=\"" + name.replace('"', '_') + "\"", "application/octet-stream"));
            files.add(bytes);
        }
        List<byte[]> body = new ArrayList<>();
        body.add(head("name=\"items\"", "application/json"));
        body.add(Visitor.JSON.writeValueAsBytes(items));
        body.addAll(files);
        body.add(text("\r\n--" + BOUNDARY + "--\r\n"));
        Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        return visitor.upload("POST", draft + "/items", headers, BodyPublishers.ofByteArrays(body))
                .get("outcomes");
    }

    private static Map<String, Object> item(Picture picture, byte[] bytes) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("path", picture.path());
        item.put("digest", HexFormat.of().formatHex(sha256(bytes)));
        if (!picture.labels().isEmpty()) {
            item.put("labels", picture.labels());
        }
        return item;
    }

    private static byte[] head(String disposition, String type) {
        return text("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                + type + "\r\n\r\n");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
