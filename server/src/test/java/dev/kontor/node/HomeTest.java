package dev.kontor.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process holds a home at a time, and a second one is told where the first answers. */
class HomeTest {
    @TempDir
    Path folder;

    @Test
    void refusesASecondHolder() throws IOException {
        try (Home home = Home.hold(folder)) {
            home.announce(8099);
            assertThatThrownBy(() -> Home.hold(folder))
                    .isInstanceOf(HomeInUse.class)
                    .hasMessageContaining(
                            "as process " + ProcessHandle.current().pid())
                    .hasMessageContaining("http://localhost:8099");
        }
    }

    @Test
    void isFreeAgainAfterwards() throws IOException {
        Home.hold(folder).close();
        try (Home home = Home.hold(folder)) {
            assertThat(home.folder()).isEqualTo(folder.toRealPath());
        }
    }
}
