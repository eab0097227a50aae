package dev.kontor.bench;

import java.util.List;

/**
 * One thing that is measured: requests of the same kind, sent in turn.
 *
 * @param id stable, for programs
 * @param connections that send them
 */
record Case(String id, String title, List<byte[]> requests, int connections) {
    Case {
        requests = List.copyOf(requests);
    }

    Case(String id, String title, List<byte[]> requests) {
        this(id, title, requests, Load.CONNECTIONS);
    }
}
