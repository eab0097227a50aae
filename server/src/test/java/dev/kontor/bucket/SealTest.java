package dev.kontor.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.web.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Credentials are encrypted for one dataset and one bucket. */
class SealTest {
    private static final OutsideBucket BUCKET =
            new OutsideBucket("https://s3.example.org", "us-east-1", "photos", "", true);
    private static final Credentials KEYS = new Credentials("the-access-key", "the-secret-key");
    private final UUID dataset = UUID.randomUUID();

    private static Seal seal(String key) {
        return new Seal(
                new BucketSettings(key, false, Duration.ofSeconds(1), Duration.ofSeconds(1), 1),
                new DefaultListableBeanFactory().getBeanProvider(dev.kontor.node.Home.class));
    }

    @Test
    void opensWhatItSealedAndShowsNothingOfIt() {
        Seal seal = seal("A".repeat(43) + "=");
        byte[] sealed = seal.seal(dataset, BUCKET, KEYS);
        assertThat(seal.open(dataset, BUCKET, sealed)).isEqualTo(KEYS);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("the-");
        assertThat(seal.seal(dataset, BUCKET, KEYS)).as("never twice the same").isNotEqualTo(sealed);
        assertThat(KEYS.toString()).doesNotContain("the-");
    }

    @Test
    void opensForNothingElse() {
        Seal seal = seal("A".repeat(43) + "=");
        byte[] sealed = seal.seal(dataset, BUCKET, KEYS);
        OutsideBucket elsewhere = new OutsideBucket("https://evil.example.org", "us-east-1", "photos", "", true);
        refused(() -> seal.open(dataset, elsewhere, sealed));
        refused(() -> seal.open(UUID.randomUUID(), BUCKET, sealed));
        refused(() -> seal("B".repeat(43) + "=").open(dataset, BUCKET, sealed));
        sealed[20]++;
        refused(() -> seal.open(dataset, BUCKET, sealed));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable open) {
        assertThatThrownBy(open)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().code()).isEqualTo("credentials-unreadable"));
    }

    @Test
    void aKeyIsLongEnough() {
        assertThatThrownBy(() -> seal("AAAA")).hasMessage("kontor.bucket.key is 32 bytes in base64");
    }
}
