package dev.kontor.audit;

import dev.kontor.web.Page;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every kind of event there is, with what it means: for filters, and for whoever reads an export. */
@RestController
class ActivityKindController {

    record Kind(String kind, String object, String sentence, List<String> details) {}

    @GetMapping("/api/v1/activity/kinds")
    Page<Kind> list() {
        return new Page<>(
                Arrays.stream(AuditKind.values())
                        .map(kind -> new Kind(kind.code(), kind.object(), kind.sentence(), kind.details()))
                        .toList(),
                null);
    }
}
