package dev.kontor.node;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Says where the server answers, once it does. */
public final class Ready implements ApplicationListener<ApplicationReadyEvent> {
    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        var context = event.getApplicationContext();
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        context.getBean(Home.class).announce(port);
        System.out.println("Kontor is ready at http://localhost:" + port);
    }
}
