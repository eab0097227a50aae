package dev.kontor.dataset;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is decided about datasets as a whole.
 *
 * @param openingConfirmed whether a workspace admin confirms before a dataset is open to every signed-in user (T-03)
 */
@ConfigurationProperties("kontor.dataset")
record DatasetSettings(@DefaultValue("true") boolean openingConfirmed) {}
