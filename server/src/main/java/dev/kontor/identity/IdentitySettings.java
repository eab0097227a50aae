package dev.kontor.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sessions live and how often somebody may try to sign in.
 *
 * @param sessionIdle a session ends when it was not used for so long
 * @param sessionLength a session ends after so long in any case
 * @param attemptWindow attempts to sign in are counted over so long
 * @param attemptsPerAccount attempts on one account within the window
 * @param attemptsPerAddress attempts from one network address within the window
 * @param registrationsPerAddress registrations from one network address within the window
 * @param refusalsPerAddress registrations from one network address within the window that may be refused because the
 *     address has an account; only where no mail server is set
 * @param resetLife a one-time link to a new password works for so long (O-06)
 * @param resetsPerAccount mails with such a link that may be asked for one account within the window
 */
@ConfigurationProperties("kontor.identity")
record IdentitySettings(
        @DefaultValue("14d") Duration sessionIdle,
        @DefaultValue("90d") Duration sessionLength,
        @DefaultValue("15m") Duration attemptWindow,
        @DefaultValue("10") int attemptsPerAccount,
        @DefaultValue("200") int attemptsPerAddress,
        @DefaultValue("100") int registrationsPerAddress,
        @DefaultValue("10") int refusalsPerAddress,
        @DefaultValue("1h") Duration resetLife,
        @DefaultValue("5") int resetsPerAccount) {
    IdentitySettings {
        if (sessionIdle.isNegative() || sessionIdle.isZero() || sessionLength.compareTo(sessionIdle) < 0) {
            throw new IllegalArgumentException(
                    "kontor.identity.session-length is at least session-idle, and both are positive");
        }
        if (attemptsPerAccount < 1
                || attemptsPerAddress < 1
                || registrationsPerAddress < 1
                || refusalsPerAddress < 1
                || resetsPerAccount < 1
                || attemptWindow.isNegative()
                || attemptWindow.isZero()) {
            throw new IllegalArgumentException("kontor.identity: the limits of attempts are positive");
        }
        if (resetLife.isNegative() || resetLife.isZero()) {
            throw new IllegalArgumentException("kontor.identity.reset-life is positive");
        }
    }
}
