package dev.kontor.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What projects keep as documents.
 *
 * @param largest a larger file is refused
 */
@ConfigurationProperties("kontor.document")
record DocumentSettings(@DefaultValue("100MB") DataSize largest) {
    DocumentSettings {
        if (largest.toBytes() < 1) {
            throw new IllegalArgumentException("kontor.document.largest is positive");
        }
    }
}
