package dev.kontor.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.web.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are paths of items. */
class ItemPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b.png", "a b/c;x=1/ä.png", "...", "a/..b", ".hidden", "a%2e", "名前/写真.jpg", "😀"})
    void isAPath(String text) {
        assertThat(new ItemPath(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "a/../b",
                "./a",
                "a/.",
                "a\\b",
                "a\nb",
                "a\u0000b",
                "a\u007f",
                "\ud800",
                "a\ufffd",
                "/"
            })
    void isNoPath(String text) {
        assertThatThrownBy(() -> new ItemPath(text))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().code()).isEqualTo("bad-path"));
    }

    @Test
    void countsBytesNotCharacters() {
        assertThat(new ItemPath("ä".repeat(512)).text()).hasSize(512);
        assertThatThrownBy(() -> new ItemPath("ä".repeat(512) + "b")).isInstanceOf(Refused.class);
    }

    @Test
    void namesThatLookTheSameAreOnePath() {
        assertThat(new ItemPath("Zu\u0308rich")).isEqualTo(new ItemPath("Z\u00fcrich"));
    }

    @Test
    void aPrefixEndsBeforeTheNextText() {
        assertThat(ItemPath.end("a/")).isEqualTo("a0");
        assertThat(ItemPath.end("\ud7ff")).isEqualTo("\ue000");
        assertThat(ItemPath.folder("a")).isEqualTo("a/");
        assertThat(ItemPath.folder("")).isEmpty();
    }
}
