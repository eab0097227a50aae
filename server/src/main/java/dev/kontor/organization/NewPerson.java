package dev.kontor.organization;

import dev.kontor.web.Email;
import dev.kontor.web.Name;

/** Somebody who gets an account; the password is hashed already. */
public record NewPerson(Name name, Email email, String passwordHash) {}
