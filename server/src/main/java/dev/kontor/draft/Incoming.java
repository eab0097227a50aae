package dev.kontor.draft;

import dev.kontor.picture.Picture;
import dev.kontor.picture.PictureHeader;
import dev.kontor.picture.Pictures;
import dev.kontor.storage.Content;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Digest;
import dev.kontor.storage.MediaTypes;
import dev.kontor.storage.Received;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The contents that a batch brings or refers to: stored, remembered as sent, pictures looked at. */
@Component
class Incoming {
    private final Contents contents;
    private final SentContents sent;
    private final Pictures pictures;

    Incoming(Contents contents, SentContents sent, Pictures pictures) {
        this.contents = contents;
        this.sent = sent;
        this.pictures = pictures;
    }

    /** A content that may be referred to. */
    record Usable(long size, byte[] head) {}

    /** Those that were sent just now, and of the others those that need not be. */
    Map<Digest, Usable> usable(Work work, Map<Digest, Received> received, Collection<Digest> named) {
        contents.insert(received.values());
        sent.insert(work.grant(), received.keySet());
        insertPictures(received);
        Map<Digest, Usable> usable = new HashMap<>();
        received.forEach((digest, one) -> usable.put(digest, new Usable(one.size(), one.head())));
        Set<Digest> others = new HashSet<>(named);
        others.removeAll(received.keySet());
        if (!others.isEmpty()) {
            contents.heads(sent.known(work.grant(), others))
                    .forEach((digest, one) -> usable.put(digest, new Usable(one.size(), head(one))));
        }
        return usable;
    }

    private static byte[] head(Content content) {
        return Optional.ofNullable(content.bytes()).orElseGet(() -> new byte[0]);
    }

    private void insertPictures(Map<Digest, Received> received) {
        Map<Digest, Picture> found = new HashMap<>();
        received.forEach((digest, one) ->
                PictureHeader.read(one.head(), MediaTypes.of(one.head(), "")).ifPresent(p -> found.put(digest, p)));
        pictures.insert(found);
    }

    static Map<Digest, Received> byDigest(Collection<Received> received) {
        return received.stream().collect(Collectors.toMap(Received::digest, one -> one, (a, b) -> a));
    }
}
