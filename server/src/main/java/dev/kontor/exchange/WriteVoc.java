package dev.kontor.exchange;

import dev.kontor.picture.Picture;
import dev.kontor.storage.Content;
import dev.kontor.version.Item;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pascal VOC: an XML for each picture in {@code Annotations}, the pictures in {@code JPEGImages}. */
final class WriteVoc {
    private final Outgoing outgoing;
    private final Stems stems = new Stems();

    private WriteVoc(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    static void write(Outgoing outgoing) throws IOException {
        WriteVoc writing = new WriteVoc(outgoing);
        if (outgoing.images()) {
            outgoing.pages().eachWithContent(writing::item);
        } else {
            outgoing.pages().each(item -> writing.item(item, null));
        }
    }

    private void item(Item item, @Nullable Content content) throws IOException {
        Picture picture = item.picture();
        if (picture == null) {
            outgoing.shortfall().add(Loss.NOT_A_PICTURE, item.path());
            return;
        }
        Optional<String> stem = stems.take(item.path()).filter(VocAnnotation::writable);
        if (stem.isEmpty()) {
            outgoing.shortfall().add(Loss.NAME, item.path());
            return;
        }
        if (item.metadata() != null) {
            outgoing.shortfall().add(Loss.METADATA, item.path());
        }
        VocAnnotation xml = new VocAnnotation(item.path(), picture);
        for (One one : One.of(item)) {
            if (outgoing.carries(one, item.path())) {
                if (VocAnnotation.writable(one.category().orElseThrow())) {
                    xml.object(one, loss -> outgoing.shortfall().add(loss, item.path()));
                } else {
                    outgoing.shortfall().add(Loss.NO_CATEGORY, one.type(), item.path());
                }
            }
        }
        outgoing.text("Annotations/" + stem.get() + ".xml", xml.end());
        if (content != null) {
            outgoing.image(item.path(), content);
        }
    }
}
