package dev.kontor.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The people of all specifications, around Acme's workspace. Olga owns it, Ada is admin, Dev develops, Pia manages
 * projects, Ann manages annotators, Mo is a plain member; Lena manages and Lars labels for Label Partners, whose people
 * Acme may see; Petra manages projects for Delivery Partners and Dora brings data of Fleet Data, whose people Acme may
 * not see; Otto administers Acme's organization and is a member of nothing; Rex was removed, Lou is locked; Sam is from
 * elsewhere and has a workspace there.
 */
public final class Cast {
    public final Stage stage;
    public final UUID acme;
    public final UUID labelPartners;
    public final UUID deliveryPartners;
    public final UUID fleetData;
    public final UUID elsewhere;

    public final Client olga;
    public final Client ada;
    public final Client dev;
    public final Client pia;
    public final Client ann;
    public final Client mo;
    public final Client lena;
    public final Client lars;
    public final Client petra;
    public final Client dora;
    public final Client otto;
    public final Client rex;
    public final Client lou;
    public final Client sam;
    public final Client nobody;

    public final UUID workspace;
    public final UUID elsewhereWorkspace;
    /** Pia's, PUBLIC; Label Partners and Delivery Partners have it. */
    public final UUID streets;
    /** Pia's, SHARED with Mo and Dev; Delivery Partners has it. */
    public final UUID crossings;
    /** Pia's, PRIVATE. */
    public final UUID plans;

    private final Map<String, Client> people = new HashMap<>();
    private final boolean asked;

    /** @param asked whether everybody comes in by requests, so that the log and the notifications tell of it */
    Cast(Stage stage, boolean asked) {
        this.stage = stage;
        this.asked = asked;
        acme = stage.organization("Acme");
        labelPartners = stage.organization("Label Partners");
        deliveryPartners = stage.organization("Delivery Partners");
        fleetData = stage.organization("Fleet Data");
        elsewhere = stage.organization("Elsewhere");
        otto = enters(stage.person("Otto", acme, true));
        olga = enters(stage.person("Olga", acme));
        ada = enters(stage.person("Ada", acme));
        dev = enters(stage.person("Dev", acme));
        pia = enters(stage.person("Pia", acme));
        ann = enters(stage.person("Ann", acme));
        mo = enters(stage.person("Mo", acme));
        rex = enters(stage.person("Rex", acme));
        lou = enters(stage.person("Lou", acme));
        lena = enters(stage.person("Lena", labelPartners, true));
        lars = enters(stage.person("Lars", labelPartners));
        petra = enters(stage.person("Petra", deliveryPartners, true));
        dora = enters(stage.person("Dora", fleetData, true));
        sam = enters(stage.person("Sam", elsewhere, true));
        nobody = stage.nobody();
        workspace = olga.post("workspaces", Map.of("name", "Acme vision")).ok().id();
        elsewhereWorkspace =
                sam.post("workspaces", Map.of("name", "Sam's own")).ok().id();
        house();
        streets = stage.project(pia, workspace, "Streets", "PUBLIC");
        crossings = stage.project(pia, workspace, "Crossings", "SHARED", mo, dev);
        plans = stage.project(pia, workspace, "Plans", "PRIVATE");
        partners();
    }

    private Client enters(Client person) {
        people.put(person.name(), person);
        return person;
    }

    private void house() {
        add(ada, "ADMIN");
        add(dev, "DEVELOPER");
        add(pia, "PROJECT_MANAGER");
        add(ann, "ANNOTATION_MANAGER");
        add(mo);
        add(rex);
        add(lou);
        olga.delete(at("members/%s", rex.id())).ok();
        stage.lock(lou);
    }

    private void partners() {
        partner(lena, true, "ANNOTATION_PARTNER", List.of(streets), "ANNOTATION_MANAGER");
        partner(petra, false, "PRODUCER_PARTNER", List.of(streets, crossings), "PROJECT_MANAGER");
        partner(dora, false, "DATA_PARTNER", List.of(), "DEVELOPER");
        if (asked) {
            add(lars, labelPartners);
        } else {
            stage.member(workspace, lars, "ANNOTATION_PARTNER");
        }
    }

    private void add(Client person, String... roles) {
        if (asked) {
            add(person, acme, roles);
        } else {
            stage.member(workspace, person, "OWNER", roles);
        }
    }

    private void add(Client person, UUID organization, String... roles) {
        var wanted = Map.of("emails", List.of(person.email()), "roles", roles, "organizationId", organization);
        olga.post(at("members"), wanted).ok();
    }

    /** Invited by address, accepted with the account that the address has. */
    private void partner(Client person, boolean seen, String type, List<UUID> projects, String role) {
        if (!asked) {
            UUID organization = person.identity().organizationId();
            stage.collaborator(workspace, organization, type, projects);
            stage.member(workspace, person, type, role);
            if (seen) {
                stage.seen(organization, acme, person);
            }
            return;
        }
        Object access = projects.isEmpty() ? "FULL" : projects;
        var wanted = Map.of(
                "types", List.of(type), "email", person.email(), "roles", List.of(role), "projectAccess", access);
        String token = token(olga.post(at("collaborators"), wanted).ok().at("/invitation/link"));
        person.post("invitations/" + token + "/acceptance", Map.of("workforceAccess", seen))
                .ok();
    }

    /** A path below Acme's workspace. */
    public String at(String path, Object... variables) {
        return "workspaces/" + workspace + "/" + path.formatted(variables);
    }

    /** Whom a table's cell means, of which only the first word counts: {@code "Ann, annotation manager"}. */
    public Client who(String cell) {
        String name = cell.split("[ ,]", 2)[0];
        Client person = name.toLowerCase(Locale.ROOT).equals("nobody") ? nobody : people.get(name);
        if (person == null) {
            throw new IllegalArgumentException("Nobody in the cast is called " + name);
        }
        return person;
    }

    public UUID organization(String name) {
        return switch (name) {
            case "Acme" -> acme;
            case "Label Partners" -> labelPartners;
            case "Delivery Partners" -> deliveryPartners;
            case "Fleet Data" -> fleetData;
            case "Elsewhere" -> elsewhere;
            default -> throw new IllegalArgumentException("No organization is called " + name);
        };
    }

    public UUID project(String name) {
        return switch (name) {
            case "Streets" -> streets;
            case "Crossings" -> crossings;
            case "Plans" -> plans;
            default -> throw new IllegalArgumentException("No project is called " + name);
        };
    }

    /** The secret part of an invitation's link. */
    public static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** A cell's list, {@code "ADMIN, DEVELOPER"}; a dash is an empty one. */
    public static List<String> list(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(" *, *"));
    }
}
