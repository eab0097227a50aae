package dev.kontor.draft;

import static dev.kontor.web.Refusal.FIELD_MISSING;
import static dev.kontor.web.Refusal.TOO_LARGE;

import dev.kontor.version.ItemPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items that something is done with together.
 *
 * @param paths of single ones
 * @param folders all that is in them, however deep; an empty name is the whole draft
 */
record Selection(List<String> paths, List<String> folders) {
    private static final int MOST = 1000;

    Selection {
        paths = List.copyOf(paths);
        folders = List.copyOf(folders);
    }

    static Selection of(@Nullable List<String> paths, @Nullable List<String> folders) {
        List<String> single = paths == null ? List.of() : paths;
        List<String> whole = folders == null ? List.of() : folders;
        if (single.size() + whole.size() == 0) {
            throw FIELD_MISSING.on("paths", "A path or folder");
        }
        if (single.size() + whole.size() > MOST) {
            throw TOO_LARGE.on("paths", MOST + " paths and folders");
        }
        return new Selection(
                single.stream().map(path -> new ItemPath(path).text()).toList(),
                whole.stream().map(ItemPath::folder).toList());
    }
}
