package dev.kontor.demo;

import java.io.IOException;
import java.util.List;

/** {@code ./kontor demo}: fills a running server, then says who may sign in and what each of them sees. */
public final class Demo {
    private final Options options;

    private Demo(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException {
        try {
            new Demo(Options.read(List.of(arguments))).run();
        } catch (Trouble | Problem told) {
            System.out.flush();
            System.err.println(told.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        long begin = System.nanoTime();
        Cast.check(options.url());
        Material material = Material.load(options);
        Story story = new Story(Cast.found(options.url()));
        story.tell();
        Upload.of(story.person("Dev"), story.project("Product catalogue"), material.large());
        Upload.of(story.person("Dev"), story.project("Photo studio"), material.small());
        Upload.of(story.person("Pia"), story.project("Next season"), material.secret());
        Say.line("Done in " + Say.since(begin));
        showAcme(story);
        showPartner(story);
    }

    private void showAcme(Story story) {
        Say.line("");
        Say.line("Sign in at " + options.url() + "; the password of all is " + Cast.PASSWORD);
        for (Account account : story.people()) {
            if (account.organization().equals(story.person("Olga").organization())) {
                new Outlook(account).say();
            }
        }
    }

    /** Last, what all this is for: the partner works here and sees what it was given. */
    private static void showPartner(Story story) {
        Say.line("");
        Say.line("What the partner sees of it");
        for (String name : List.of("Lena", "Lars")) {
            Outlook outlook = new Outlook(story.person(name));
            outlook.say();
            outlook.ask(story.projects());
        }
    }
}
