package dev.kontor.access;

/** What people who see the project hold on a dataset (T-03, T-04): a preview, use, or everybody's use. */
public enum DatasetVisibility {
    PRIVATE,
    PROJECT,
    OPEN
}
