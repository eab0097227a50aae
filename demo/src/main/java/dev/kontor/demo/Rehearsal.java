package dev.kontor.demo;

import dev.kontor.demo.Collection.Delivery;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/**
 * Uses a server that was just built for some seconds as people will, so that the JVM remembers what is used and how: the
 * first visitors then find it as quick as it would be only after minutes.
 */
public final class Rehearsal {
    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final int PICTURES = 120;

    private final Story story;
    private final String dataset;
    private final List<String> reads;
    private final long end = System.nanoTime() + LENGTH.toNanos();

    private Rehearsal(Story story, String dataset) {
        this.story = story;
        this.dataset = dataset;
        this.reads = reads();
    }

    public static void main(String[] arguments) throws Exception {
        Story story = new Story(Cast.found(Options.read(List.of(arguments)).url()));
        story.tell();
        String project = "projects/" + story.project("Product catalogue");
        Upload.of(story.person("Dev"), story.project("Product catalogue"), collection());
        JsonNode made = story.person("Dev").visitor().get(project + "/datasets").at("/items/0/id");
        new Rehearsal(story, "datasets/" + made.stringValue()).run();
    }

    private interface Part {
        void play(int round) throws IOException;
    }

    private void run() throws InterruptedException, ExecutionException {
        try (var players = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> all =
                    List.of(players.submit(() -> play(this::look)), players.submit(() -> play(this::change)));
            Say.line("Looked at everything %d times, committed %d times"
                    .formatted(all.getFirst().get(), all.getLast().get()));
        }
    }

    private int play(Part part) throws IOException {
        int round = 0;
        while (System.nanoTime() < end) {
            part.play(round++);
        }
        return round;
    }

    /** Everything that is read by a path of things that are there, as the server itself lists it. */
    private List<String> reads() {
        Account olga = story.person("Olga");
        Map<String, String> known = Map.of(
                "organizationId", olga.organizationId().toString(),
                "workspaceId", story.workspaceId(),
                "projectId", story.project("Product catalogue").toString(),
                "datasetId", dataset.substring(dataset.indexOf('/') + 1),
                "userId", olga.id().toString(),
                "ref", "main",
                "branch", "main");
        List<String> reads = new ArrayList<>();
        for (var path : olga.visitor().get("openapi").get("paths").properties()) {
            String filled = path.getKey().substring("/api/v1/".length());
            for (var one : known.entrySet()) {
                filled = filled.replace("{" + one.getKey() + "}", one.getValue());
            }
            JsonNode get = path.getValue().path("get");
            if (!get.isMissingNode() && !filled.contains("{") && !get.toString().contains("text/event-stream")) {
                reads.add(filled);
            }
        }
        return reads;
    }

    private void look(int round) {
        Visitor visitor =
                story.person(List.of("Olga", "Dev", "Lena").get(round % 3)).visitor();
        reads.forEach(visitor::look); // not everybody sees everything: a refusal is an answer, too
        String version = dataset + "/versions/main";
        for (int i = 0; i < 20; i++) {
            String path = path((round * 20 + i) % PICTURES);
            visitor.look(version + "/items?limit=100");
            visitor.look(version + "/item?path=" + path);
            visitor.look(version + "/folder?prefix=many/");
            visitor.look(version + "/content?path=" + path);
            visitor.look(version + "/thumbnail?path=" + path);
        }
    }

    private void change(int round) throws IOException {
        Visitor dev = story.person("Dev").visitor();
        String draft = dataset + "/drafts/"
                + dev.post(dataset + "/drafts", Map.of()).get("number").longValue();
        for (int i = 0; i < 40; i++) {
            byte[] bytes = ("file " + round + " " + i).repeat(100).getBytes(StandardCharsets.UTF_8);
            dev.upload(
                    "PUT", draft + "/item?path=single/" + round + "/" + i, Map.of(), BodyPublishers.ofByteArray(bytes));
        }
        byte[] large = new byte[200_000];
        large[0] = (byte) round;
        large[1] = (byte) (round >> 8);
        dev.upload("PUT", draft + "/item?path=large/" + round, Map.of(), BodyPublishers.ofByteArray(large));
        Map<String, Object> labels = Map.of("labels", labels(round));
        dev.send("PATCH", draft + "/item?path=" + path(round % PICTURES), labels);
        new Batch(pictures("again/" + round + "/", 20)).send(dev, draft);
        dev.look(draft + "/changes");
        dev.post(draft + "/commit", Map.of("message", "Rehearsed"));
        dev.look(dataset + "/diff?from=main&to=main");
    }

    private static Collection collection() {
        return new Collection(
                "Colours",
                "Squares of one colour.",
                Map.of(
                        "BOX2D",
                        Collection.categories(List.of("square")),
                        "CLASSIFICATION",
                        Collection.categories(List.of("dark", "light"))),
                List.of(new Delivery("Colours", pictures("many/", PICTURES))));
    }

    private static List<Picture> pictures(String folder, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Picture(folder + i + ".png", new Content(300, () -> png(i)), labels(i)))
                .toList();
    }

    private static String path(int i) {
        return "many/" + i + ".png";
    }

    private static Map<String, Object> labels(int i) {
        Map<String, Object> corners = Map.of("xmin", 1, "ymin", 1, "xmax", 20 + i % 40, "ymax", 30);
        return Map.of(
                "BOX2D", List.of(Map.of("category", "square", "box2d", corners)),
                "CLASSIFICATION", Map.of("category", i % 2 == 0 ? "dark" : "light"));
    }

    private static byte[] png(int i) throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            image.setRGB(x, x % 48, Color.HSBtoRGB(i / 100f, 1, 1));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
