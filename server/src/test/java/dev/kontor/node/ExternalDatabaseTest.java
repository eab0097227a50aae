package dev.kontor.node;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an external PostgreSQL has to be; that it works with one is crash/ExternalDatabaseProcessTest. */
class ExternalDatabaseTest {
    private static DatabaseSettings at(String url) {
        return new DatabaseSettings(url, "kontor", "secret", 0);
    }

    @Test
    void itIsNotTooOld() {
        DatabaseSettings settings = at("jdbc:postgresql://db.example.org:5432/kontor?password=secret");
        assertThatThrownBy(() -> ExternalDatabase.checkVersion(settings, 15))
                .hasMessage("Kontor needs PostgreSQL 18 or later; that at db.example.org:5432/kontor is 15.");
        assertThatCode(() -> ExternalDatabase.checkVersion(settings, 18)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://localhost/kontor", "jdbc:mysql://localhost/kontor", "localhost"})
    void itsAddressIsOneOfPostgres(String url) {
        assertThatThrownBy(() -> ExternalDatabase.check(at(url)))
                .hasMessage("KONTOR_DATABASE_URL must begin with jdbc:postgresql://, followed by host and database.");
    }
}
