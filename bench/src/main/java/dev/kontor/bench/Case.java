package dev.kontor.bench;

import java.util.List;

/**
 * One thing that is measured: requests of the same kind, sent in turn.
 *
 * @param id stable, for programs
 */
record Case(String id, String title, List<byte[]> requests) {
    Case {
        requests = List.copyOf(requests);
    }
}
