package dev.kontor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Where and when it was measured. */
record Machine(
        LocalDate date, int cores, String processor, long memoryGiB, String kernel, String jdk, String postgres) {

    static Machine here(String postgres) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                model(),
                Math.round(system.getTotalMemorySize() / 0x1p30),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                "PostgreSQL " + postgres);
    }

    private static String model() {
        Path file = Path.of("/proc/cpuinfo");
        try {
            return !Files.exists(file)
                    ? "unknown processor"
                    : Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse("unknown processor");
        } catch (IOException unreadable) {
            return "unknown processor";
        }
    }

    @Override
    public String toString() {
        return "%s: %d cores of %s, %d GiB, %s, %s, %s"
                .formatted(date, cores, processor, memoryGiB, kernel, jdk, postgres);
    }
}
