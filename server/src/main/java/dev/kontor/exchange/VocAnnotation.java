package dev.kontor.exchange;

import dev.kontor.picture.Picture;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;

/** An XML of Pascal VOC about one picture. Pixels count from 0, as in Kontor, and may have decimals. */
final class VocAnnotation {
    static final List<String> FLAGS = List.of("truncated", "difficult", "occluded");
    static final String POSE = "pose";
    static final String NO_POSE = "Unspecified";

    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    VocAnnotation(String path, Picture picture) {
        try {
            xml = XML.createXMLStreamWriter(text);
            int name = path.lastIndexOf('/') + 1;
            xml.writeStartElement("annotation");
            element("folder", name == 0 ? "" : path.substring(0, name - 1));
            element("filename", path.substring(name));
            xml.writeStartElement("size");
            element("width", String.valueOf(picture.width()));
            element("height", String.valueOf(picture.height()));
            element("depth", "3");
            xml.writeEndElement();
            element("segmented", "0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a text comes back from XML as it went in. */
    static boolean writable(String text) {
        return text.equals(text.strip())
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || c == 0xFFFE
                                || c == 0xFFFF
                                || Character.isSurrogate((char) c) && c <= 0xFFFF);
    }

    void object(One one, Consumer<Loss> lost) {
        try {
            JsonNode attributes = one.body().path("attributes");
            xml.writeStartElement("object");
            element("name", one.category().orElseThrow());
            element(POSE, pose(attributes.get(POSE), lost));
            for (String flag : FLAGS) {
                element(flag, flag(attributes.get(flag), lost));
            }
            xml.writeStartElement("bndbox");
            for (String edge : List.of("xmin", "ymin", "xmax", "ymax")) {
                element(edge, Exact.number(one.body().get("box2d"), edge).toString());
            }
            xml.writeEndElement();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pose(@org.jspecify.annotations.Nullable JsonNode pose, Consumer<Loss> lost) {
        if (pose == null) {
            return NO_POSE;
        }
        String text = pose.isString() ? pose.stringValue() : "";
        if (text.isEmpty() || text.equals(NO_POSE) || !writable(text)) {
            lost.accept(Loss.FLAG);
            return NO_POSE;
        }
        return text;
    }

    private static String flag(@org.jspecify.annotations.Nullable JsonNode flag, Consumer<Loss> lost) {
        boolean set = flag != null && flag.isBoolean() && flag.booleanValue();
        if (flag != null && !set) {
            lost.accept(Loss.FLAG);
        }
        return set ? "1" : "0";
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    String end() {
        try {
            xml.writeEndElement();
            xml.close();
            return text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
