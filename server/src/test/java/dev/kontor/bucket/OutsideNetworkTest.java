package dev.kontor.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.testing.TestStore;
import dev.kontor.web.Refused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T-10: no private networks, unless allowed, whatever they are called. */
class OutsideNetworkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
                "169.254.169.254", "100.64.0.1", "100.127.1.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7",
                "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
                "::ffff:10.0.0.1", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "64:ff9b::a00:1",
                "2002:a00:1::1", "2001:0:1::1", "2001:db8::1", "100::1"
            })
    void isNotOpen(String address) throws Exception {
        assertThat(OutsideNetwork.open(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "8.8.8.8", "52.95.110.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00::1"})
    void isOpen(String address) throws Exception {
        assertThat(OutsideNetwork.open(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9",
                "http://127.0.0.1:9",
                "http://[::1]:9",
                "http://2130706433:9",
                "http://127.1:9",
                "https://localhost",
                "http://169.254.169.254"
            })
    void aConnectionIsNotEvenTried(String endpoint) {
        assertThat(refusal(endpoint, false)).isIn("private-network", "unacceptable", "bucket-unusable");
    }

    /** Whoever owns a name may answer otherwise each time: what was asked about is what is connected to. */
    @Test
    void aNameThatMeansSomethingElseTheNextTimeIsLookedAtEachTime() throws Exception {
        List<List<String>> answers = new ArrayList<>(List.of(
                List.of("1.1.1.1"), List.of("127.0.0.1"), List.of("1.1.1.1", "169.254.169.254"), List.of("8.8.8.8")));
        OutsideNetwork network = new OutsideNetwork(false, new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                List<InetAddress> all = new ArrayList<>();
                for (String one : answers.removeFirst()) {
                    all.add(InetAddress.getByName(one));
                }
                return all.toArray(InetAddress[]::new);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
        assertThat(network.resolve("s3.example.org")).containsExactly(InetAddress.getByName("1.1.1.1"));
        assertThatThrownBy(() -> network.resolve("s3.example.org")).isInstanceOf(OutsideNetwork.PrivateAddress.class);
        assertThatThrownBy(() -> network.resolve("s3.example.org"))
                .as("one of them is enough")
                .isInstanceOf(OutsideNetwork.PrivateAddress.class);
        assertThat(network.resolve("s3.example.org")).containsExactly(InetAddress.getByName("8.8.8.8"));
    }

    @Test
    void theStoreOnThisMachineIsReachedOnlyWhereThatIsAllowed() {
        String endpoint = TestStore.shared().endpoint().toString();
        assertThat(refusal(endpoint, false)).isEqualTo("private-network");
        assertThat(refusal(endpoint.replace("127.0.0.1", "localhost"), false)).isEqualTo("private-network");
        assertThat(refusal(endpoint, true)).isNull();
    }

    private static @Nullable String refusal(String endpoint, boolean allowed) {
        try (OutsideStore store = new OutsideStore(
                new OutsideBucket(endpoint, "us-east-1", TestStore.BUCKET, "", true),
                new Credentials(TestStore.KEY, TestStore.SECRET),
                new BucketSettings(null, allowed, Duration.ofSeconds(2), Duration.ofSeconds(1), 1))) {
            store.check();
            return null;
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://s3.example.org", "s3.example.org", "https://user:secret@s3.example.org",
                        "https://s3.example.org/path",
                "https://s3.example.org?x=1", "https://", "file:///etc/passwd", "https://s3.example.org#x"
            })
    void anEndpointIsAnAddressAndNothingMore(String endpoint) {
        assertThatThrownBy(() -> new OutsideBucket(endpoint, "us-east-1", "bucket", "", true))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("endpoint"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.evil.example/", "EU", "a b", "a@b", ""})
    void regionsAreNames(String region) {
        assertThatThrownBy(() -> new OutsideBucket(null, region, "bucket", "", true))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("region"));
    }
}
