package dev.kontor.bench.served;

import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets jOOQ tell {@link StatementCount} of each statement. */
@Configuration(proxyBeanMethods = false)
class CountingStatements {
    @Bean
    ExecuteListenerProvider statementCounting(StatementCount count) {
        return new DefaultExecuteListenerProvider(count);
    }
}
