package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while a mail is on its way to a mail server that does not answer: after the restart it is sent. */
@Tag("crash")
@Timeout(120)
class MailCrashTest {
    private static final Pattern LINK = Pattern.compile("/confirm/([\\w-]+)");

    @TempDir
    Path home;

    @BeforeEach
    void letPostgresPass() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void whatWasInHandIsSentAfterARestart() throws Exception {
        int port;
        Map<String, String> environment;
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = silent.getLocalPort();
            environment = Map.of(
                    "SPRING_MAIL_HOST",
                    "127.0.0.1",
                    "SPRING_MAIL_PORT",
                    String.valueOf(port),
                    "KONTOR_MAIL_INHAND",
                    "1s",
                    "DB_SCHEDULER_HEARTBEATINTERVAL",
                    "1s",
                    "DB_SCHEDULER_POLLINGINTERVAL",
                    "200ms");
            ServerProcess server = ServerProcess.start(home, environment);
            try {
                Caller olga = new Caller(server.port());
                olga.get("/server");
                olga.post(
                                "/organizations",
                                "{\"organization\": \"Acme\", \"name\": \"Olga\", \"email\": \"olga@kontor.test\","
                                        + " \"password\": \""
                                        + Caller.PASSWORD + "\"}")
                        .expect(202);
                try (Socket onItsWay = silent.accept()) {
                    assertThat(onItsWay.isConnected()).isTrue();
                    server.kill();
                }
            } finally {
                server.kill();
                server.awaitNothingLeft();
            }
        }
        sentBy(port, environment);
    }

    private void sentBy(int port, Map<String, String> environment) throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        ServerProcess server = ServerProcess.start(home, environment);
        try {
            assertThat(mail.waitForIncomingEmail(40_000, 1)).isTrue();
            Matcher link = LINK.matcher(
                    com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mail.getReceivedMessages()[0])
                            .replace("=\r\n", ""));
            assertThat(link.find()).isTrue();
            Caller olga = new Caller(server.port());
            olga.get("/server");
            olga.post("/registrations/" + link.group(1) + "/confirmation", "{}").expect(201);
            assertThat(olga.me().at("/organization/name").stringValue()).isEqualTo("Acme");
            assertThat(mail.getReceivedMessages()).hasSize(1);
        } finally {
            server.kill();
            server.awaitNothingLeft();
            mail.stop();
        }
    }
}
