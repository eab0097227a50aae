package dev.kontor.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks with every heartbeat which of this node's streams may go on, also when nothing was heard of an end. */
@Component
class Heartbeat implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private static final long LONGEST_UNASKED = Duration.ofSeconds(40).toNanos();

    private final Streams streams;
    private final LiveSettings settings;
    private volatile @Nullable Thread beating;

    Heartbeat(Streams streams, LiveSettings settings) {
        this.streams = streams;
        this.settings = settings;
    }

    @Override
    public void start() {
        Thread starting = Thread.ofVirtual().name("heartbeat").unstarted(this::beat);
        beating = starting;
        starting.start();
    }

    private void beat() {
        long asked = System.nanoTime();
        while (Thread.currentThread() == beating) {
            try {
                Thread.sleep(settings.heartbeat());
                streams.endThoseWithoutPass();
                asked = System.nanoTime();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Could not ask which streams may go on; they end if that lasts", e);
                if (System.nanoTime() - asked > LONGEST_UNASKED) {
                    streams.endAll();
                }
            }
        }
    }

    @Override
    public void stop() {
        Thread stopping = beating;
        beating = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return beating != null;
    }
}
