package dev.kontor.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a backup says of the product that made it. */
class ProductTest {
    /** Backups compare schemas by the number of their last migration: no 7.1, no date, none twice. */
    @Test
    void migrationsHaveWholeNumbers() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*.sql");
        List<String> versioned = Arrays.stream(files)
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .filter(name -> !name.startsWith("R__"))
                .toList();
        assertThat(versioned).isNotEmpty().allMatch(name -> name.matches("V[1-9][0-9]*__[a-z0-9_]+\\.sql"));
        List<Integer> numbers = versioned.stream()
                .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                .sorted()
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(Product.schema()).isEqualTo(numbers.getLast());
    }
}
