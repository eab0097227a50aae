package dev.kontor.identity;

import dev.kontor.access.Actor;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import org.springframework.stereotype.Component;

/** Asks for the actor's own password again before what cannot be taken back; attempts count as those of signing in. */
@Component
public class ConfirmPassword {
    private final Attempts attempts;
    private final Users users;
    private final Passwords passwords;

    ConfirmPassword(Attempts attempts, Users users, Passwords passwords) {
        this.attempts = attempts;
        this.users = users;
        this.passwords = passwords;
    }

    /**
     * Outside of any transaction: hashing takes long.
     *
     * @param field that a wrong password is blamed on
     * @param address the network address that asks
     */
    public void check(Actor actor, String password, String field, String address) {
        User user = users.byId(actor.userId()).orElseThrow(Refusal.NOT_FOUND::refused);
        Email email = new Email(user.email());
        attempts.count(email, address);
        if (!passwords.matches(password, users.passwordHash(actor.userId()).orElse(null))) {
            throw Refusal.WRONG_PASSWORD.on(field);
        }
        attempts.forget(email);
    }
}
