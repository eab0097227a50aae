package dev.kontor.derivation;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A question in PostgreSQL's path language for JSON. What people wrote goes into it as variables and quoted strings only. */
final class JsonPath {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode variables = JSON.createObjectNode();
    private String text = "";

    /** Strings of the language are JSON's. */
    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    /** A place for a value in the question. */
    String variable(Object value) {
        String name = "v" + variables.size();
        variables.set(name, JSON.valueToTree(value));
        return "$" + name;
    }

    JsonPath asks(String question) {
        text = question;
        return this;
    }

    String text() {
        return text;
    }

    String variables() {
        return variables.toString();
    }
}
