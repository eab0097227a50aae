package dev.kontor.demo;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Who plays: the usual names, at organizations that this server does not know yet. The first run has Acme and Label
 * Partners, the second one Acme 2 and Label Partners 2, and so on; what an earlier run left is never touched.
 */
final class Cast {
    static final String PASSWORD = "harbour-demo";
    private static final int MOST = 1_000;

    private final URI url;
    private final int number;
    private final Account owner;

    private Cast(URI url, int number, Visitor founder) {
        this.url = url;
        this.number = number;
        this.owner = Account.of(founder);
    }

    /** Whether there is a server, and one that lets organizations register. */
    static void check(URI url) {
        var server = new Visitor(url).get("server");
        if (server.get("mail").booleanValue()) {
            throw new Trouble("The server at " + url
                    + " sends mail and has every address confirmed; the demo's addresses cannot be. Show it on"
                    + " a server without mail.");
        }
        if (!server.get("registrationOpen").booleanValue()) {
            throw new Trouble(
                    "The server at " + url + " is closed to registration, and the demo begins with registering.");
        }
    }

    /** Registers Acme with Olga under the first number that is free. */
    static Cast found(URI url) {
        for (int number = 1; number <= MOST; number++) {
            Visitor founder = new Visitor(url);
            if (registered(founder, number)) {
                return new Cast(url, number, founder);
            }
        }
        throw new Trouble("The server at " + url + " has " + MOST + " demos; that should do.");
    }

    private static boolean registered(Visitor founder, int number) {
        try {
            founder.post(
                    "organizations",
                    Map.of(
                            "organization",
                            numbered("Acme", number),
                            "name",
                            "Olga",
                            "email",
                            email("Olga", "Acme", number),
                            "password",
                            PASSWORD));
            return true;
        } catch (Problem problem) {
            if (problem.is("registration-refused")) {
                return false;
            }
            throw problem;
        }
    }

    Account owner() {
        return owner;
    }

    /** Follows an invitation's link and makes the account that it asks for. */
    Account join(String link, Map<String, Object> answers) {
        Visitor visitor = new Visitor(url);
        visitor.post("invitations/" + link.substring(link.lastIndexOf('/') + 1) + "/acceptance", answers);
        return Account.of(visitor);
    }

    /** What is unique on the server carries the number of the run. */
    String numbered(String name) {
        return numbered(name, number);
    }

    String email(String person, String organization) {
        return email(person, organization, number);
    }

    private static String numbered(String name, int number) {
        return number == 1 ? name : name + " " + number;
    }

    private static String email(String person, String organization, int number) {
        String domain = numbered(organization, number).replace(' ', '-');
        return (person + "@" + domain + ".example").toLowerCase(Locale.ROOT);
    }
}
