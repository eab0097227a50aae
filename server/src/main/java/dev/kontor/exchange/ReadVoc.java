package dev.kontor.exchange;

import dev.kontor.exchange.ImportRows.ItemRow;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Reads the XMLs of Pascal VOC. */
final class ReadVoc {
    private final Findings found;

    ReadVoc(Findings found) {
        this.found = found;
    }

    boolean read(String name, InputStream in) throws IOException {
        if (!name.isEmpty() && !name.endsWith(".xml")) {
            return true;
        }
        String place = name.isEmpty() ? "XML" : name;
        try {
            VocXml xml = VocXml.read(in);
            String file =
                    xml.filename().substring(xml.filename().replace('\\', '/').lastIndexOf('/') + 1);
            if (file.isEmpty()) {
                throw Refusal.UNACCEPTABLE.refused("It does not say which picture it is about: there is no filename.");
            }
            String beside = Source.within(name, "Annotations", "JPEGImages").orElse(name);
            Optional<String> path = found.path(beside.substring(0, beside.lastIndexOf('/') + 1) + file, place);
            if (path.isPresent()) {
                found.item(new ItemRow(path.get(), path.get(), null));
                xml.objects().forEach(object -> object(path.get(), object, place));
            }
            if (!xml.notRead().isEmpty()) {
                found.problem(place, "These elements are not read: " + String.join(", ", xml.notRead()) + ".");
            }
        } catch (Refused refused) {
            found.problem(place, refused.detail());
        }
        return true;
    }

    private void object(String path, VocXml.Found object, String place) {
        try {
            ObjectNode label = object.label();
            found.label(path, "BOX2D", object.name(), label.toString());
        } catch (Refused refused) {
            found.problem(place, "object " + object.number() + ": " + refused.detail());
        }
    }
}
