package dev.kontor.identity;

import dev.kontor.web.Email;
import dev.kontor.web.Name;
import java.util.UUID;

/** Somebody who registers; {@code proven} where the address was shown to be theirs (O-01). */
public record NewUser(
        UUID organizationId, Name name, Email email, String passwordHash, boolean administrator, boolean proven) {}
