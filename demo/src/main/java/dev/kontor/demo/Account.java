package dev.kontor.demo;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody of the story who has an account, signed in. */
record Account(String name, String email, String organization, UUID id, UUID organizationId, Visitor visitor) {

    static Account of(Visitor visitor) {
        JsonNode me = visitor.get("me");
        return new Account(
                me.at("/user/name").stringValue(),
                me.at("/user/email").stringValue(),
                me.at("/organization/name").stringValue(),
                UUID.fromString(me.at("/user/id").stringValue()),
                UUID.fromString(me.at("/organization/id").stringValue()),
                visitor);
    }
}
