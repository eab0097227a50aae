package dev.kontor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Specification;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** {@code @Transactional} holds only where Spring stands in between: the bean is a proxy, the method can be overridden. */
@Specification
class TransactionsTest {
    @Autowired
    ApplicationContext context;

    @Test
    void everyTransactionalBeanIsAProxy() {
        List<Object> beans = Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getBean)
                .filter(bean ->
                        transactional(AopUtils.getTargetClass(bean)).findAny().isPresent())
                .toList();
        assertThat(beans)
                .hasSizeGreaterThan(5)
                .allSatisfy(bean -> assertThat(AopUtils.isAopProxy(bean))
                        .as(bean.getClass().getName())
                        .isTrue());
    }

    @Test
    void everyTransactionalMethodIsPublic() {
        List<Method> hidden = Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getBean)
                .flatMap(bean -> transactional(AopUtils.getTargetClass(bean)))
                .filter(method -> !Modifier.isPublic(method.getModifiers()) || Modifier.isFinal(method.getModifiers()))
                .toList();
        assertThat(hidden).isEmpty();
    }

    private static Stream<Method> transactional(Class<?> type) {
        return type.getPackageName().startsWith("dev.kontor")
                ? Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Transactional.class))
                : Stream.empty();
    }
}
