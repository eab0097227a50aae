import { Person } from "./person.js";

/**
 * Makes people, organizations and workspaces by REST, so that a test begins where it has something to say. Every
 * world has addresses of its own: tests share a server, never people.
 */
export class World {
  constructor(name, url = process.env.KONTOR_URL) {
    this.domain = `${name}.example`;
    this.url = url;
  }

  person = (name, at = "acme") => new Person(this.url, name, `${name.toLowerCase()}@${at}.${this.domain}`);

  /** Registers an organization with its first user. */
  async organization(organization, name, at = "acme") {
    const person = this.person(name, at);
    await person.post("organizations", { organization, name, email: person.email, password: person.password });
    return person.meet();
  }

  /** Invites somebody into the organization of its administrator, and lets them register. */
  async colleague(administrator, name, at = "acme") {
    const person = this.person(name, at);
    const { link } = await administrator.post(`organizations/${administrator.organization.id}/invitations`, { email: person.email });
    return this.accept(person, link);
  }

  /** Registers or accepts by an invitation's link. */
  async accept(person, link, more = {}) {
    await person.post(`invitations/${link.split("/").pop()}/acceptance`, { name: person.name, password: person.password, ...more });
    return person.meet();
  }

  /** Acme with Olga, who owns its workspace. */
  async acme(workspace = "Road scenes") {
    const olga = await this.organization("Acme", "Olga");
    const { id } = await olga.post("workspaces", { name: workspace, description: "Street pictures for the parking assistant." });
    return { olga, workspace: `workspaces/${id}` };
  }

  /** A colleague in the workspace with roles. */
  async member(olga, workspace, name, roles = []) {
    const person = await this.colleague(olga, name);
    await olga.post(`${workspace}/members`, { emails: [person.email], roles });
    return person;
  }

  /** Label Partners as annotation partner with Lena, their manager. */
  async labelPartners(olga, workspace, projects = [], workforceAccess = true) {
    const lena = this.person("Lena", "labelpartners");
    const { invitation } = await olga.post(`${workspace}/collaborators`, {
      types: ["ANNOTATION_PARTNER"],
      email: lena.email,
      roles: ["ANNOTATION_MANAGER"],
      projectAccess: projects,
    });
    return this.accept(lena, invitation.link, { organization: "Label Partners", workforceAccess });
  }

  /** Another one of Label Partners, as plain member of the workspace. */
  async labeller(lena, workspace, name = "Lars") {
    const person = await this.colleague(lena, name, "labelpartners");
    await lena.post(`${workspace}/members`, { emails: [person.email], roles: [], organizationId: lena.organization.id });
    return person;
  }

  project = (person, workspace, name, visibility = "SHARED", more = {}) => person.post(`${workspace}/projects`, { name, visibility, ...more });
}
