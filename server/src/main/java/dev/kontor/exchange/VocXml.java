package dev.kontor.exchange;

import dev.kontor.web.BoundedStream;
import dev.kontor.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.node.ObjectNode;

/** An XML of Pascal VOC, as somebody sent it: no document type, no entities, nothing from elsewhere. */
record VocXml(String filename, List<Found> objects, Set<String> notRead) {
    /** Of one picture; in memory it takes some ten times of that. */
    private static final int LONGEST = 4 << 20;

    private static final int DEEPEST = 20;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,2})?");
    private static final Set<String> EDGES = Set.of("bndbox/xmin", "bndbox/ymin", "bndbox/xmax", "bndbox/ymax");
    private static final String OBJECT = "annotation/object/";
    private static final Set<String> PASSED_OVER = Set.of(
            "annotation/folder",
            "annotation/path",
            "annotation/segmented",
            "annotation/source",
            "annotation/size",
            "annotation/owner");
    private static final XMLInputFactory XML = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((a, b, c, d) -> InputStream.nullInputStream());
        return factory;
    }

    /** An object by its elements: {@code name}, {@code bndbox/xmin} and so on. */
    record Found(int number, Map<String, String> elements) {
        String name() {
            return elements.getOrDefault("name", "");
        }

        ObjectNode label() {
            if (name().isEmpty() || name().length() > 256) {
                throw Refusal.BAD_LABELS.refused("name: is a text of 1 to 256 characters.");
            }
            ObjectNode label = Exact.JSON.createObjectNode();
            ObjectNode box = label.putObject("box2d");
            for (String edge : List.of("xmin", "ymin", "xmax", "ymax")) {
                String text = elements.getOrDefault("bndbox/" + edge, "");
                if (!NUMBER.matcher(text).matches()) {
                    throw Refusal.BAD_LABELS.refused(edge + ": is a number.");
                }
                box.put(edge, new BigDecimal(text));
            }
            attributes(label);
            return label;
        }

        private void attributes(ObjectNode label) {
            ObjectNode attributes = Exact.JSON.createObjectNode();
            for (String flag : VocAnnotation.FLAGS) {
                if (elements.getOrDefault(flag, "0").equals("1")) {
                    attributes.put(flag, true);
                }
            }
            String pose = elements.getOrDefault(VocAnnotation.POSE, "");
            if (!pose.isEmpty() && !pose.equals(VocAnnotation.NO_POSE)) {
                attributes.put(VocAnnotation.POSE, pose);
            }
            if (!attributes.isEmpty()) {
                label.set("attributes", attributes);
            }
        }
    }

    static VocXml read(InputStream in) throws IOException {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new BoundedStream(in, LONGEST, VocXml::tooLong));
            return new Walk(xml).through();
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException fault) {
                throw fault;
            }
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw Refusal.MALFORMED.refused("The XML is broken in line " + line + ".");
        }
    }

    private static final class Walk {
        private final XMLStreamReader xml;
        private final Deque<String> steps = new ArrayDeque<>();
        private final List<Found> objects = new ArrayList<>();
        private final Set<String> notRead = new TreeSet<>();
        private Map<String, String> object = new HashMap<>();
        private StringBuilder text = new StringBuilder();
        private String filename = "";

        Walk(XMLStreamReader xml) {
            this.xml = xml;
        }

        VocXml through() throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Refusal.MALFORMED.refused("An XML with a document type or entities is not read.");
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> end();
                    default -> {}
                }
            }
            return new VocXml(filename, objects, notRead);
        }

        private void start() {
            steps.addLast(xml.getLocalName());
            text = new StringBuilder();
            if (steps.size() > DEEPEST || steps.size() == 1 && !steps.getFirst().equals("annotation")) {
                throw Refusal.MALFORMED.refused("This is no annotation of Pascal VOC.");
            }
        }

        private void end() {
            String path = String.join("/", steps);
            if (path.equals("annotation/filename")) {
                filename = text.toString().strip();
            } else if (path.equals("annotation/object")) {
                objects.add(new Found(objects.size() + 1, object));
                object = new HashMap<>();
            } else if (path.startsWith(OBJECT)) {
                element(path.substring(OBJECT.length()));
            } else if (steps.size() == 2 && !PASSED_OVER.contains(path) && notRead.size() < 20) {
                notRead.add(Findings.shortened(path.substring("annotation/".length())));
            }
            steps.removeLast();
            text = new StringBuilder();
        }

        private void element(String path) {
            boolean known = EDGES.contains(path)
                    || path.equals("name")
                    || path.equals(VocAnnotation.POSE)
                    || VocAnnotation.FLAGS.contains(path);
            if (known) {
                object.put(path, text.toString().strip());
            } else if (path.indexOf('/') < 0 && !path.equals("bndbox") && notRead.size() < 20) {
                notRead.add("object/" + Findings.shortened(path));
            }
        }
    }

    private static void tooLong(InputStream in) {
        throw Refusal.TOO_LARGE.refused((LONGEST >> 20) + " MiB of XML");
    }
}
