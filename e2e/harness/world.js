import { createHash } from "node:crypto";
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

  /**
   * A dataset with one committed version. Files are `{ path, bytes, labels? }`; they go up in one batch.
   */
  async dataset(person, project, name, files, { catalog, ...more } = {}) {
    const made = await person.post(`projects/${project.id}/datasets`, { name, ...more });
    if (files.length > 0) await this.version(person, made, files, { catalog });
    return person.get(`datasets/${made.id}`);
  }

  /** One more version of a dataset. */
  async version(person, { id }, files, { catalog, message = "First pictures" } = {}) {
    const { number } = await person.post(`datasets/${id}/drafts`);
    const draft = `datasets/${id}/drafts/${number}`;
    if (catalog) await person.put(`${draft}/catalog`, catalog);
    const form = new FormData();
    const items = files.map(({ path, bytes, labels }) => ({ path, digest: createHash("sha256").update(bytes).digest("hex"), ...(labels && { labels }) }));
    form.append("items", new Blob([JSON.stringify(items)], { type: "application/json" }));
    for (const { path, bytes } of files) form.append("file", new Blob([bytes]), path.split("/").pop());
    const { outcomes } = await person.post(`${draft}/items`, form);
    const refused = outcomes.filter(({ outcome }) => outcome !== "STAGED");
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
    return person.post(`${draft}/commit`, { message });
  }
}
