package dev.kontor.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** admins change the logo, all members see it; PNG or JPEG, at most 1 MiB, SVG is refused. */
@Specification
class LogoTest {
    private static final String OCTETS = "application/octet-stream";

    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @ParameterizedTest(name = "{0} changes the logo: {1}; removes it: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | 204               | 204
        Ada, admin              | 204               | 204
        Dev, developer          | 403 forbidden     | 403 forbidden
        Pia, project manager    | 403 forbidden     | 403 forbidden
        Mo, member              | 403 forbidden     | 403 forbidden
        Lena, partner's manager | 403 forbidden     | 403 forbidden
        Otto, of no workspace   | 404 not-found     | 404 not-found
        Rex, removed            | 404 not-found     | 404 not-found
        Sam, from elsewhere     | 404 not-found     | 404 not-found
        Lou, locked             | 401 not-signed-in | 401 not-signed-in
        """)
    void adminsChangeIt(String who, String put, String removed) throws IOException {
        Client person = cast.who(who);
        assertThat(send(person, picture("png", 40, 30)).said()).isEqualTo(put);
        assertThat(person.delete(cast.at("logo")).said()).isEqualTo(removed);
    }

    @ParameterizedTest(name = "{0} sees it: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Ada, admin            | 200
        Mo, member            | 200
        Lars, partner's       | 200
        Otto, of no workspace | 404 not-found
        Sam, from elsewhere   | 404 not-found
        Lou, locked           | 401 not-signed-in
        """)
    void allMembersSeeIt(String who, String outcome) throws IOException {
        send(cast.ada, picture("jpeg", 800, 400)).says("204");
        Answer answer = cast.who(who).get(cast.at("logo"));
        assertThat(answer.said()).isEqualTo(outcome);
        if (answer.status() == 200) {
            BufferedImage shown = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
            assertThat(shown.getWidth()).isEqualTo(256);
            assertThat(shown.getHeight()).isEqualTo(128);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache, private");
        }
    }

    @Test
    void itsMarkChangesWithItAndStandsInTheSwitcher() throws IOException {
        send(cast.ada, picture("png", 10, 10)).says("204");
        Answer first = cast.mo.get(cast.at("logo")).ok();
        String mark = cast.mo.get("workspaces/" + cast.workspace).ok().at("/logo");
        assertThat(cast.mo.get("workspaces").ok().items("/logo")).contains(mark);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).isEqualTo("\"" + mark + "\"");
        assertThat(cast.mo
                        .send("GET", cast.at("logo"), null, Map.of("If-None-Match", etag))
                        .status())
                .isEqualTo(304);
        send(cast.ada, picture("png", 20, 20)).says("204");
        cast.mo
                .send("GET", cast.at("logo"), null, Map.of("If-None-Match", etag))
                .says("200");
        cast.ada.delete(cast.at("logo")).says("204");
        cast.mo.get(cast.at("logo")).says("404 not-found");
        cast.ada.delete(cast.at("logo")).says("204");
        assertThat(cast.mo
                        .get("workspaces/" + cast.workspace)
                        .ok()
                        .json()
                        .at("/logo")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatIsNoSuchPictureIsRefusedAndTheOldOneStays() throws IOException {
        send(cast.ada, picture("png", 10, 10)).says("204");
        byte[] before = cast.ada.get(cast.at("logo")).bytes();
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(picture("png", 300, 300), 60);
        byte[] bomb = picture("png", 10, 10);
        bomb[16] = 0x7f; // a width of two thousand million pixels, says the header
        send(cast.ada, new byte[0]).says("422 bad-logo");
        send(cast.ada, svg).says("422 bad-logo");
        send(cast.ada, picture("gif", 10, 10)).says("422 bad-logo");
        send(cast.ada, broken).says("422 bad-logo");
        send(cast.ada, bomb).says("422 bad-logo");
        send(cast.ada, new byte[(1 << 20) + 1]).says("413 too-large");
        assertThat(cast.ada.get(cast.at("logo")).bytes()).isEqualTo(before);
    }

    private Answer send(Client person, byte[] bytes) {
        return person.send("PUT", cast.at("logo"), bytes, Map.of("Content-Type", OCTETS));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
