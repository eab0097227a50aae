package dev.kontor.backup;

/** How the members of a backup are called, in their order. */
final class Names {
    static final String HEAD = "kontor-backup.json";
    static final String TABLES = "tables/";
    static final String KEYS = "keys/";
    static final String CONTENTS = "contents/";
    static final String MANIFEST = "manifest.json";
    /** The digest of the manifest: the last one. */
    static final String SEAL = "manifest.sha256";

    private Names() {}
}
