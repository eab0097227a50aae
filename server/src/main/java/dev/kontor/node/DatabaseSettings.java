package dev.kontor.node;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL to use.
 *
 * @param url JDBC address of an external one (version 18 or later); the bundled one when empty
 * @param user for the external one
 * @param password for the external one
 * @param port of the bundled one on loopback; 0 for any free one
 */
@ConfigurationProperties("kontor.database")
record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("kontor") String user,
        @DefaultValue("") String password,
        @DefaultValue("0") int port) {

    boolean external() {
        return !url.isBlank();
    }
}
