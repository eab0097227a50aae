package dev.kontor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What reading costs on branches of branches, each with one change of its own, the lowest over the large dataset. */
final class Chains {
    private static final List<Integer> DEPTHS = List.of(1, 3, 10, 30);

    private final DataSize size;
    private final Load load;
    private final Editor editor;
    private final Random random = new Random(20260103);

    Chains(DataSize size, Load load, Editor editor) {
        this.size = size;
        this.load = load;
        this.editor = editor;
    }

    List<DataBench.Result> measure() throws IOException, InterruptedException {
        List<DataBench.Result> results = new ArrayList<>();
        String from = "main";
        for (int depth = 1; depth <= DEPTHS.getLast(); depth++) {
            String name = "chain-" + depth;
            editor.post(Editor.million() + "/branches", "{\"name\":\"" + name + "\",\"from\":\"" + from + "\"}");
            String draft = editor.draft(Editor.million(), name);
            editor.put(draft, Editor.path(1 + random.nextLong(size.items())), name.getBytes(StandardCharsets.US_ASCII));
            editor.commit(draft);
            from = name;
            if (DEPTHS.contains(depth)) {
                results.add(pages(name, "random page of 100, branches %d deep, p95".formatted(depth)));
            }
        }
        return results;
    }

    private DataBench.Result pages(String branch, String title) throws IOException, InterruptedException {
        List<byte[]> pages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String after = Editor.after(Editor.path(1 + random.nextLong(size.items())));
            pages.add(editor.read(Editor.million() + "/versions/" + branch + "/items?limit=100&cursor=" + after));
        }
        return DataBench.p95(title, 0, load, pages, size.each());
    }
}
