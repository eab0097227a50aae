package dev.kontor.demo;

import tools.jackson.databind.JsonNode;

/** The server said no: its problem document. */
final class Problem extends RuntimeException {
    private final int status;
    private final String code;

    Problem(String request, int status, JsonNode document) {
        super("%s: %d %s".formatted(request, status, document.path("detail").asString(document.toString())));
        this.status = status;
        this.code = document.path("code").asString("");
    }

    /** As the tables of this project write it: {@code 404 not-found}. */
    String brief() {
        return status + " " + code;
    }

    boolean is(String code) {
        return this.code.equals(code);
    }
}
