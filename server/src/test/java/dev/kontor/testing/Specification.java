package dev.kontor.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test that speaks to the running server over HTTP. All of them share one server and one database: Spring keeps the
 * context as long as nobody changes it, so add no mocks, properties or profiles to a single test. Nothing is cleaned
 * up; each test makes organizations of its own, usually a whole {@link Cast}. A class is made once for all its tests, so
 * that a table whose rows do not get into each other's way needs one cast only.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ContextConfiguration(initializers = {TestDatabase.class, TestMail.class})
public @interface Specification {}
