package dev.kontor.access;

/** How far somebody reaches in a dataset (section 7), each level holding what the ones before it hold. */
public enum DatasetLevel {
    PREVIEWER,
    VIEWER,
    USER,
    EDITOR,
    ADMIN,
    OWNER;

    public boolean reaches(DatasetLevel other) {
        return compareTo(other) >= 0;
    }
}
