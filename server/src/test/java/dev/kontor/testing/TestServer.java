package dev.kontor.testing;

import dev.kontor.identity.Password;
import dev.kontor.identity.Passwords;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** What tests add to the server: watching it, and ways to speak to it. Nothing in it is replaced. */
@TestConfiguration(proxyBeanMethods = false)
class TestServer {

    @Bean
    Observations observations(ObjectProvider<DSLContext> sql) {
        return new Observations(sql);
    }

    @Bean
    FilterRegistrationBean<Observations> observingRequests(Observations observations) {
        var registration = new FilterRegistrationBean<>(observations);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    ExecuteListenerProvider observingStatements(Observations observations) {
        return () -> observations;
    }

    @Bean
    ExecuteListenerProvider endingStatements() {
        return Death::watching;
    }

    @Bean
    Stage stage(Environment environment, Observations observations, DSLContext sql, Passwords passwords) {
        return new Stage(
                new Door(() -> environment.getRequiredProperty("local.server.port", Integer.class), observations),
                sql,
                passwords.hash(new Password(Stage.PASSWORD)));
    }
}
