package dev.kontor.dataset;

import dev.kontor.access.DatasetLevel;
import dev.kontor.access.Person;

/** Somebody's own level on a dataset, as its owner or by grant; not what visibility gives to everybody. */
record DatasetMember(Person user, DatasetLevel level, boolean owner, Source source) {
    enum Source {
        OWNER,
        GRANT
    }
}
