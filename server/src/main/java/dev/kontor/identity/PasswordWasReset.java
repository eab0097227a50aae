package dev.kontor.identity;

/** A user's password was set by a one-time link: heard after the commit, to tell them (O-06). */
public record PasswordWasReset(String email, String name) {}
