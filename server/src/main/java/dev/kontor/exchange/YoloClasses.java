package dev.kontor.exchange;

import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What {@code data.yaml} says: the names of classes by number, and how many keypoints there are, of how many numbers each.
 */
record YoloClasses(Map<String, String> names, int keypoints, int each) {
    private static final int LONGEST = 1 << 20;
    private static final int MOST = 100_000;

    /** It may be anywhere among the files. */
    static YoloClasses in(Source source) throws IOException {
        YoloClasses[] found = new YoloClasses[1];
        if (source.archive()) {
            source.each((name, in) -> {
                if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                    found[0] = read(in);
                }
                return found[0] == null;
            });
        }
        if (found[0] == null) {
            throw Refusal.UNACCEPTABLE.on(
                    "body", "YOLO comes as an archive with a data.yaml, which names the classes.");
        }
        return found[0];
    }

    private static YoloClasses read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw bad("has at most 1 MiB");
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0); // what refers to itself has no end
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(LONGEST);
        options.setAllowDuplicateKeys(false);
        try {
            Object yaml = new Yaml(new SafeConstructor(options)).load(new String(bytes, StandardCharsets.UTF_8));
            if (!(yaml instanceof Map<?, ?> fields)) {
                throw bad("is a map");
            }
            List<?> shape = fields.get("kpt_shape") instanceof List<?> list ? list : List.of(0, 3);
            if (shape.size() != 2
                    || !(shape.get(0) instanceof Integer count)
                    || !(shape.get(1) instanceof Integer each)
                    || count < 0
                    || count > 10_000
                    || each != 2 && each != 3) {
                throw bad("has a kpt_shape of a number of keypoints, and 2 or 3");
            }
            return new YoloClasses(names(fields.get("names")), count, each);
        } catch (YAMLException broken) {
            throw bad("is broken: " + Findings.shortened(String.valueOf(broken.getMessage())));
        }
    }

    private static Map<String, String> names(@org.jspecify.annotations.Nullable Object names) {
        Map<String, String> read = new HashMap<>();
        if (names instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                read.put(String.valueOf(i), text(list.get(i)));
            }
        } else if (names instanceof Map<?, ?> map) {
            map.forEach((number, name) -> read.put(text(number), text(name)));
        } else {
            throw bad("has names, a list or by number");
        }
        if (read.size() > MOST || read.values().stream().anyMatch(name -> name.isEmpty() || name.length() > 256)) {
            throw bad("has up to 100,000 names of 1 to 256 characters");
        }
        return read;
    }

    private static String text(@org.jspecify.annotations.Nullable Object scalar) {
        if (scalar instanceof Collection<?> || scalar instanceof Map<?, ?>) {
            throw bad("has names, a list or by number");
        }
        return String.valueOf(scalar);
    }

    /** Also of a class that is written with decimals, as some do. */
    Optional<String> name(String number) {
        return Optional.ofNullable(names.get(number.replaceFirst("\\.0+$", "")));
    }

    private static Refused bad(String rule) {
        return Refusal.UNACCEPTABLE.on("body", "data.yaml " + rule + ".");
    }
}
