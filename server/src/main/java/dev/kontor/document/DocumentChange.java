package dev.kontor.document;

import org.jspecify.annotations.Nullable;

/** What is to be edited; what is absent stays. Only a link has an address. */
record DocumentChange(@Nullable DocumentName name, @Nullable Link url) {}
