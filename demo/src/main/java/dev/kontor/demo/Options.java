package dev.kontor.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What was asked for on the command line: which server, and whether a folder of images takes the usual ones' place. */
record Options(URI url, Optional<Path> images) {

    static Options read(List<String> arguments) {
        Options options = new Options(URI.create("http://localhost:8080"), Optional.empty());
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String[] option = rest.next().split("=", 2);
            options = switch (option[0]) {
                case "--url" -> new Options(address(value(option, rest)), options.images);
                case "--images" -> new Options(options.url, Optional.of(folder(value(option, rest))));
                default -> throw new Trouble("demo does not know " + option[0] + "; see ./kontor help.");
            };
        }
        return options;
    }

    private static String value(String[] option, Iterator<String> rest) {
        if (option.length == 2) {
            return option[1];
        }
        if (!rest.hasNext()) {
            throw new Trouble(option[0] + " needs a value.");
        }
        return rest.next();
    }

    private static URI address(String text) {
        try {
            URI url = URI.create(text.replaceAll("/+$", ""));
            if (text.matches("https?://.*") && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        throw new Trouble("--url needs the address of a running Kontor, for instance http://localhost:8080.");
    }

    private static Path folder(String text) {
        Path folder = Path.of(text);
        if (!Files.isDirectory(folder)) {
            throw new Trouble("There is no folder " + text + ".");
        }
        return folder;
    }
}
