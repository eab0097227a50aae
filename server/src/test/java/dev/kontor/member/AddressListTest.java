package dev.kontor.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** M-07: what a pasted list of addresses is understood as. */
class AddressListTest {
    record Case(String text, List<String> addresses, List<String> unreadable) {}

    static List<Case> pasted() {
        return List.of(
                new Case("ann@acme.test", List.of("ann@acme.test"), List.of()),
                new Case(
                        "ann@acme.test, bob@acme.test;cleo@acme.test\ndan@acme.test\teve@acme.test fay@acme.test",
                        List.of(
                                "ann@acme.test",
                                "bob@acme.test",
                                "cleo@acme.test",
                                "dan@acme.test",
                                "eve@acme.test",
                                "fay@acme.test"),
                        List.of()),
                new Case(
                        "Ann Lee <ann@acme.test>, \"Lee, Bob\" <bob@acme.test>; <cleo@acme.test>",
                        List.of("Ann Lee ann@acme.test", "Lee, Bob bob@acme.test", "cleo@acme.test"),
                        List.of()),
                new Case(
                        "Ann <ann@acme.test> Bob <bob@acme.test> dan@acme.test",
                        List.of("Ann ann@acme.test", "Bob bob@acme.test", "dan@acme.test"),
                        List.of()),
                new Case("mailto:ann@acme.test", List.of("ann@acme.test"), List.of()),
                new Case("Ann@acme.test ann@ACME.test", List.of("Ann@acme.test"), List.of()),
                new Case(
                        "ann@acme, @acme.test, hello, ok@acme.test",
                        List.of("ok@acme.test"),
                        List.of("ann@acme", "@acme.test", "hello")),
                new Case("Jörg <joerg@bücher.test>", List.of("Jörg joerg@bücher.test"), List.of()),
                new Case(
                        "\"never closed <ann@acme.test>, bob@acme.test",
                        List.of("bob@acme.test"),
                        List.of("\"never closed <ann@acme.test>")),
                new Case("Ann <ann@acme.test", List.of("ann@acme.test"), List.of("Ann")),
                new Case(" \n,; ", List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource
    void pasted(Case pasted) {
        AddressList read = AddressList.read(pasted.text());
        assertThat(read.addresses().stream()
                        .map(entry -> (entry.name() == null ? "" : entry.name() + " ")
                                + entry.email().address()))
                .containsExactlyElementsOf(pasted.addresses());
        assertThat(read.unreadable()).containsExactlyElementsOf(pasted.unreadable());
    }

    @Test
    void aLongListIsReadInTimeThatGrowsWithItsLength() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("\"Person, ").append(i).append("\" <p").append(i).append("@acme.test>\n");
        }
        long before = System.nanoTime();
        assertThat(AddressList.read(text.toString()).addresses()).hasSize(20_000);
        AddressList.read("\"".repeat(100_000));
        AddressList.read("<".repeat(100_000));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }
}
