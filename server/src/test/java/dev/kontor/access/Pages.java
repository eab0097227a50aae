package dev.kontor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import java.util.ArrayList;
import java.util.List;

/** A whole list, read page by page. */
final class Pages {
    private Pages() {}

    /** The ids of all items. */
    static List<String> of(Client person, String list, String sort, int limit) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = person.get(list + "?sort=%s&limit=%s&cursor=%s", sort, limit, cursor)
                    .ok();
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            ids.addAll(page.items("/id"));
            cursor = page.next();
        }
        return ids;
    }
}
