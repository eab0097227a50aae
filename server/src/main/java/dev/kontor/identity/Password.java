package dev.kontor.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;

/** A new password: 10 to 200 characters, not the address. Never printed, never stored as it is. */
public record Password(String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Password {
        if (text.length() < 10 || text.length() > 200) {
            throw Refusal.BAD_PASSWORD.refused("A password has between 10 and 200 characters.");
        }
        if (text.isBlank()) {
            throw Refusal.BAD_PASSWORD.refused("A password is more than blanks.");
        }
    }

    public Password differentFrom(Email email) {
        if (text.strip().equalsIgnoreCase(email.address())) {
            throw Refusal.BAD_PASSWORD.on("password", "The address is no password.");
        }
        return this;
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
