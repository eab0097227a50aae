package dev.kontor.workspace;

/** What a workspace may take in, and for how long. */
public enum Plan {
    TRIAL,
    ENTERPRISE
}
