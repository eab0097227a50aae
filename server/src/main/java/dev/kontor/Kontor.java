package dev.kontor;

import dev.kontor.node.Ready;
import dev.kontor.node.Start;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Kontor {

    public static void main(String[] arguments) {
        SpringApplication kontor = new SpringApplication(Kontor.class);
        kontor.addInitializers(new Start());
        kontor.addListeners(new Ready());
        kontor.run(arguments);
    }
}
