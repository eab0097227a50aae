package dev.kontor.storage;

import dev.kontor.storage.Installations.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to it that only the installation takes anything away from a store whose mark it carries: what another one keeps there would look
 * like nobody's. The first server that uses a store marks it.
 */
@Component
public class StoreMarks {
    private static final Logger LOG = LoggerFactory.getLogger(StoreMarks.class);

    private final LargeContents large;
    private final Installations installations;

    StoreMarks(LargeContents large, Installations installations) {
        this.large = large;
        this.installations = installations;
    }

    /**
     * Whether anything may be taken away. Marks what carries no mark yet, or is to be taken over. Where two do so at once, the
     * last one's stays, and the other finds out the next time: nothing in a store without a mark is old enough to go before.
     */
    boolean ours() throws IOException {
        Installation installation = installations.get();
        for (Marked one : large.marked()) {
            Optional<String> mark = one.mark();
            if (mark.isEmpty() || (installation.takesOver() && isAnothers(mark, installation))) {
                one.mark(installation.id().toString());
                mark.ifPresent(before -> LOG.info("The {} is taken over from installation {}", one.place(), before));
            }
        }
        if (installation.takesOver()) {
            installations.tookOver();
        }
        List<Fault> faults = faults(installation);
        faults.forEach(fault -> LOG.error("The {} {}", fault.thing(), fault.wrong()));
        String why = faults.stream()
                .map(fault -> "The " + fault.thing() + " " + fault.wrong())
                .collect(Collectors.joining("\n"));
        installations.refuse(faults.isEmpty() ? null : why);
        return faults.isEmpty();
    }

    /** The stores that carry another installation's mark. Changes nothing. */
    public List<Fault> faults() throws IOException {
        return faults(installations.get());
    }

    private List<Fault> faults(Installation installation) throws IOException {
        List<Fault> faults = new ArrayList<>();
        for (Marked one : large.marked()) {
            Optional<String> mark = one.mark();
            if (isAnothers(mark, installation)) {
                faults.add(new Fault(one.place(), """
                    carries the mark of another installation (%s; this one is %s): nothing is taken away from it here, and the \
                    other one may take away what is stored from here. If no other server uses it, delete its mark, %s.\
                    """.formatted(mark.orElseThrow(), installation.id(), one.named())));
            }
        }
        return faults;
    }

    private static boolean isAnothers(Optional<String> mark, Installation installation) {
        return mark.filter(one -> !one.equals(installation.id().toString())).isPresent();
    }
}
