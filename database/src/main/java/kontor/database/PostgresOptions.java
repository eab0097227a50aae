package kontor.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings PostgreSQL starts with, fitted to the machine's memory. */
final class PostgresOptions {

    private PostgresOptions() {}

    static Map<String, String> of(boolean durable, int port) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("listen_addresses", "127.0.0.1");
        options.put("port", Integer.toString(port));
        options.put("unix_socket_directories", "");
        options.put("timezone", "UTC");
        options.put("log_timezone", "UTC");
        options.put("jit", "off"); // compiling costs more than our short statements take
        options.put("random_page_cost", "1.1");
        options.put("max_wal_size", "2GB");
        options.put("wal_compression", "on");
        options.put("track_io_timing", "on");
        options.put("shared_buffers", (durable ? sharedBuffers() : 128) + "MB");
        options.put("effective_cache_size", memory() / 2 + "MB");
        options.put("work_mem", "16MB");
        options.put("maintenance_work_mem", "128MB");
        if (!durable) {
            options.putAll(Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off"));
        }
        return options;
    }

    private static long sharedBuffers() {
        return Math.clamp(memory() / 16, 64, 1024);
    }

    private static long memory() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return machine.getTotalMemorySize() / (1024 * 1024);
    }
}
