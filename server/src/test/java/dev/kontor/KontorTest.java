package dev.kontor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.testing.Specification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The server starts on an empty database, answers, and takes part in Spring's transactions. */
@Specification
class KontorTest {
    @LocalServerPort
    int port;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void answersThatItIsHealthy() throws IOException, InterruptedException {
        URI health = URI.create("http://localhost:" + port + "/actuator/health");
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("UP");
        }
    }

    @Test
    void plansStatementsOnce() {
        assertThat(sql.fetchValue("show plan_cache_mode")).isEqualTo("force_generic_plan");
    }

    @Test
    void writesNothingWhenATransactionFails() {
        sql.execute("create table if not exists transaction_probe (id int)");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    sql.execute("insert into transaction_probe values (1)");
                    throw new IllegalStateException("after the statement");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sql.fetchValue("select count(*) from transaction_probe")).isEqualTo(0L);
        sql.execute("drop table transaction_probe");
    }
}
