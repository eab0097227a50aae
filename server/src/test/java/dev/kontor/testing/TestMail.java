package dev.kontor.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real mail server in the tests' JVM, on a free port of this machine; the server under test sends to it. */
public final class TestMail implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public static GreenMail server() {
        return SERVER;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SERVER.start();
        TestPropertyValues.of(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + SERVER.getSmtp().getPort(),
                        "kontor.mail.from=kontor@harbour.test",
                        "kontor.mail.gather=0s",
                        "kontor.mail.retry=200ms",
                        "kontor.mail.attempts=40",
                        "kontor.organization.support-address=help@harbour.test")
                .applyTo(context);
    }
}
