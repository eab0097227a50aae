package dev.kontor.organization;

import dev.kontor.identity.Password;
import dev.kontor.web.Email;
import dev.kontor.web.Name;

/** What somebody types who registers an organization. */
record Registration(Name organization, Name name, Email email, Password password) {
    Registration {
        password = password.differentFrom(email);
    }
}
