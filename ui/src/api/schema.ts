// The REST contract as types, in the shape that openapi-typescript writes, until the server's own document replaces it.

export interface components {
  schemas: {
    Named: { id: string; name: string };
    /** `id` is null for somebody one may not see (O-05). */
    Person: { id: string | null; name: string; organization?: components["schemas"]["Named"] | null };
    Server: { version: string; registrationOpen: boolean; supportAddress?: string | null; mail: boolean };
    Me: {
      user: { id: string; name: string; email: string; proven: boolean };
      organization: components["schemas"]["Named"];
      administrator: boolean;
      can: string[];
      workspaces: components["schemas"]["WorkspaceEntry"][];
    };
    WorkspaceEntry: {
      id: string;
      name: string;
      organization: components["schemas"]["Named"];
      state: string;
      plan: string;
    };
    Session: {
      id: string;
      createdAt: string;
      lastUsedAt: string;
      address?: string | null;
      agent?: string | null;
      current: boolean;
    };
    AccessKey: {
      id: string;
      name: string;
      prefix: string;
      createdAt: string;
      expiresAt?: string | null;
      lastUsedAt?: string | null;
      workspaces?: string[] | null;
      permissions?: string[] | null;
      secret?: string | null;
    };
    Organization: { id: string; name: string; createdAt: string; revision: number; can: string[] };
    OrganizationUser: {
      id: string;
      name: string;
      email: string;
      administrator: boolean;
      locked: boolean;
      createdAt: string;
      lastSeenAt?: string | null;
    };
    BringIn: {
      id: string;
      email: string;
      workspace: components["schemas"]["Named"];
      inviter: components["schemas"]["Person"];
      createdAt: string;
    };
    Invitation: {
      id: string;
      kind: "ORGANIZATION" | "MEMBER" | "COLLABORATOR";
      email: string;
      roles: string[];
      types: string[];
      organization?: components["schemas"]["Named"] | null;
      projects: components["schemas"]["Named"][];
      fullAccess?: boolean;
      inviter: components["schemas"]["Person"];
      link?: string | null;
      state: "OPEN" | "ACCEPTED" | "REVOKED" | "EXPIRED" | "WAITING";
      createdAt: string;
      expiresAt: string;
      can: string[];
    };
    InvitationByToken: {
      kind: "ORGANIZATION" | "MEMBER" | "COLLABORATOR";
      state: "OPEN" | "ACCEPTED" | "REVOKED" | "EXPIRED" | "WAITING";
      email: string;
      inviter: { name: string };
      organization?: { name: string } | null;
      workspace?: { name: string } | null;
      types: string[];
      roles: string[];
      projects: { name: string }[];
      expiresAt: string;
      account: "NONE" | "SIGN_IN" | "THIS" | "OTHER";
      needs: "ACCOUNT" | "ORGANIZATION" | "NOTHING";
      mayGrantWorkforceAccess: boolean;
      waitsFor?: string | null;
    };
    Acceptance: { workspaceId?: string | null; organizationId: string; dropped: string[] };
    UserInvitation: {
      id: string;
      kind: string;
      email: string;
      administrator: boolean;
      inviter: string;
      link?: string | null;
      state: components["schemas"]["Invitation"]["state"];
      createdAt: string;
      expiresAt: string;
      can: string[];
    };
    Loss: { kind: string; count: number };
    Workspace: {
      id: string;
      name: string;
      description?: string | null;
      organization: components["schemas"]["Named"];
      owner: components["schemas"]["Person"];
      plan: string;
      state: string;
      trialEndsAt?: string | null;
      createdAt: string;
      revision: number;
      counts: { members?: number | null; collaborators?: number | null; projects?: number | null };
      roles: string[];
      can: string[];
    };
    Activity: {
      id: string;
      at: string;
      actor: { id: string | null; name: string };
      kind: string;
      object?: { kind: string; id?: string | null; name?: string | null } | null;
      detail?: Record<string, unknown> | null;
    };
    Member: {
      user: { id: string; name: string; email: string };
      organization: components["schemas"]["Named"];
      roles: string[];
      owner: boolean;
      joinedAt: string;
      self: boolean;
      assignable: string[];
      can: string[];
    };
    MemberOptions: {
      roles: string[];
      organizations: { id: string; name: string; roles: string[]; own: boolean }[];
    };
    MemberOutcome: {
      email: string;
      outcome: "ADDED" | "INVITED" | "ALREADY_MEMBER" | "REFUSED";
      code?: string | null;
      detail?: string | null;
      link?: string | null;
    };
    MemberRemoval: { takes: components["schemas"]["Loss"][]; handOverTo?: components["schemas"]["Person"] | null };
    ProjectRef: { id: string; name: string; visibility: string };
    Collaborator: {
      organization: components["schemas"]["Named"];
      types: string[];
      projectAccess: "FULL" | { projects: components["schemas"]["ProjectRef"][] };
      autoInvite: boolean;
      members: number;
      self: boolean;
      revision: number;
      can: string[];
    };
    CollaboratorOptions: {
      types: string[];
      organizations: components["schemas"]["Named"][];
      projects: components["schemas"]["ProjectRef"][];
      mayGrantFull: boolean;
      roles: Record<string, string[]>;
    };
    CollaboratorImpact: {
      members: number;
      roleStrips: { member: components["schemas"]["Person"]; roles: string[] }[];
      invitations: number;
      takes: components["schemas"]["Loss"][];
    };
    Project: {
      id: string;
      workspaceId: string;
      name: string;
      description?: string | null;
      visibility: "PRIVATE" | "SHARED" | "PUBLIC";
      creator: components["schemas"]["Person"];
      lead?: components["schemas"]["Person"] | null;
      createdAt: string;
      archived: boolean;
      /** Null in lists. */
      counts?: { datasets: number; members: number } | null;
      revision: number;
      can: string[];
    };
    ProjectMember: { user: components["schemas"]["Person"]; chosen: boolean; creator: boolean; can: string[] };
    Dataset: {
      id: string;
      workspaceId: string;
      project: components["schemas"]["Named"];
      name: string;
      description?: string | null;
      visibility: "PRIVATE" | "PROJECT" | "OPEN";
      owner: components["schemas"]["Person"];
      level: "PREVIEWER" | "VIEWER" | "USER" | "EDITOR" | "ADMIN" | "OWNER";
      createdAt: string;
      items: number;
      bytes: number;
      latest?: number | null;
      draft?: number | null;
      cover?: string | null;
      revision: number;
      can: string[];
    };
    DatasetMember: {
      user: components["schemas"]["Person"];
      level: components["schemas"]["Dataset"]["level"];
      owner: boolean;
      source: "GRANT" | "OWNER";
    };
    Preview: {
      items: { path: string; size: number; mediaType: string; thumbnail: boolean }[];
      catalog: components["schemas"]["Catalog"];
      statistics: components["schemas"]["Statistics"];
    };
    /** Counts by label type and category, and by media type. */
    Statistics: { labels?: Record<string, Record<string, number>>; mediaTypes?: Record<string, number> };
    Version: {
      id: string;
      number: number;
      branch: string;
      message: string;
      author: components["schemas"]["Person"];
      createdAt: string;
      items: number;
      bytes: number;
      added: number;
      changed: number;
      removed: number;
      tags: string[];
    };
    Draft: {
      /** The version it becomes. */
      number: number;
      branch: string;
      base?: string | null;
      createdAt: string;
      openedBy: components["schemas"]["Person"];
      added: number;
      changed: number;
      removed: number;
      bytes: number;
    };
    Change: { path: string; change: "ADDED" | "CHANGED" | "REMOVED"; size?: number | null; mediaType?: string | null };
    Item: {
      path: string;
      digest?: string | null;
      size: number;
      mediaType: string;
      labels?: components["schemas"]["Labels"] | null;
      metadata?: Record<string, unknown> | null;
      thumbnail: boolean;
      /** As stored, before the orientation (EXIF, 1 to 8) is applied; labels count in these pixels. */
      picture?: { width: number; height: number; orientation: number } | null;
      previous?: string | null;
      next?: string | null;
    };
    Labels: {
      CLASSIFICATION?: { category?: string; attributes?: Record<string, unknown> };
      BOX2D?: components["schemas"]["Box"][];
      [type: string]: unknown;
    };
    Box: {
      box2d: { xmin: number; ymin: number; xmax: number; ymax: number };
      category?: string;
      attributes?: Record<string, unknown>;
      instance?: string;
    };
    Catalog: Record<string, { categories?: { name: string; description?: string }[]; [more: string]: unknown }>;
    ItemOutcome: {
      path: string;
      outcome: "STAGED" | "UNCHANGED" | "REFUSED" | "UNKNOWN_CONTENT";
      code?: string | null;
      detail?: string | null;
    };
    NewItem: {
      path: string;
      digest: string;
      mediaType?: string;
      labels?: components["schemas"]["Labels"];
      metadata?: Record<string, unknown>;
    };
  };
}

type S = components["schemas"];
type Json<T> = { content: { "application/json": T } };
type Empty = { content?: never };

type Call<Path, Query, Body, Result> = {
  parameters: (Path extends undefined ? { path?: never } : { path: Path }) & {
    query?: Query;
    header?: never;
    cookie?: never;
  };
  responses: { 200: Result extends void ? Empty : Json<Result> };
} & (Body extends undefined ? { requestBody?: never } : { requestBody: Json<Body> });

type Read<Path, Result, Query = never> = Call<Path, Query, undefined, Result>;
type Write<Path, Body, Result, Query = never> = Call<Path, Query, Body, Result>;
type Page<T> = { items: T[]; next?: string | null };
type PageQuery = { limit?: number; cursor?: string; q?: string; sort?: string };
type None = undefined;

type O = { o: string };
type W = { w: string };
type WUser = { w: string; user: string };
type WOrg = { w: string; org: string };
type P = { p: string };
type D = { d: string };
type DDraft = { d: string; n: number };
type DRef = { d: string; ref: string };

export interface paths {
  "/api/v1/server": { get: Read<None, S["Server"]> };
  "/api/v1/organizations": {
    post: Write<None, { organization: string; name: string; email: string; password: string }, { organizationId: string; userId: string }>;
  };
  "/api/v1/session": { post: Write<None, { email: string; password: string }, void>; delete: Read<None, void> };
  "/api/v1/me": { get: Read<None, S["Me"]>; patch: Write<None, { name?: string }, void> };
  "/api/v1/me/password": { put: Write<None, { current: string; password: string }, void> };
  "/api/v1/me/sessions": { get: Read<None, Page<S["Session"]>, PageQuery> };
  "/api/v1/me/sessions/{id}": { delete: Read<{ id: string }, void> };
  "/api/v1/me/access-keys": {
    get: Read<None, Page<S["AccessKey"]>, PageQuery>;
    post: Write<None, { name: string; expiresAt?: string; workspaces?: string[] }, S["AccessKey"]>;
  };
  "/api/v1/me/access-keys/{id}": { delete: Read<{ id: string }, void> };
  "/api/v1/organizations/{o}": { get: Read<O, S["Organization"]>; patch: Write<O, { name?: string }, S["Organization"]> };
  "/api/v1/organizations/{o}/users": { get: Read<O, Page<S["OrganizationUser"]>, PageQuery> };
  "/api/v1/organizations/{o}/invitations": {
    get: Read<O, Page<S["UserInvitation"]>, PageQuery>;
    post: Write<O, { email: string; administrator?: boolean }, S["UserInvitation"]>;
  };
  "/api/v1/organizations/{o}/invitations/{id}": { delete: Read<O & { id: string }, void> };
  "/api/v1/organizations/{o}/bring-ins": { get: Read<O, Page<S["BringIn"]>, PageQuery> };
  "/api/v1/invitations/{token}": { get: Read<{ token: string }, S["InvitationByToken"]> };
  "/api/v1/invitations/{token}/acceptance": {
    post: Write<
      { token: string },
      { name?: string; password?: string; organization?: string; workforceAccess?: boolean },
      S["Acceptance"]
    >;
  };
  "/api/v1/workspaces": {
    get: Read<None, Page<S["WorkspaceEntry"]>, PageQuery>;
    post: Write<None, { name: string; description?: string }, S["Workspace"]>;
  };
  "/api/v1/workspaces/{w}": {
    get: Read<W, S["Workspace"]>;
    patch: Write<W, { name?: string; description?: string }, S["Workspace"]>;
  };
  "/api/v1/workspaces/{w}/activity": {
    get: Read<W, Page<S["Activity"]>, PageQuery & { actor?: string; kind?: string }>;
  };
  "/api/v1/workspaces/{w}/members": {
    get: Read<W, Page<S["Member"]>, PageQuery & { role?: string; organization?: string }>;
    post: Write<
      W,
      { emails: string[]; roles: string[]; organizationId?: string },
      { outcomes: S["MemberOutcome"][] }
    >;
  };
  "/api/v1/workspaces/{w}/members/options": { get: Read<W, S["MemberOptions"]> };
  "/api/v1/workspaces/{w}/members/{user}": {
    patch: Write<WUser, { roles: string[] }, S["Member"]>;
    delete: Read<WUser, void, { handOverTo?: string }>;
  };
  "/api/v1/workspaces/{w}/members/{user}/removal": { get: Read<WUser, S["MemberRemoval"]> };
  "/api/v1/workspaces/{w}/invitations": { get: Read<W, Page<S["Invitation"]>, PageQuery & { state?: string }> };
  "/api/v1/workspaces/{w}/invitations/{id}": { delete: Read<W & { id: string }, void> };
  "/api/v1/workspaces/{w}/invitations/{id}/renewal": { post: Read<W & { id: string }, S["Invitation"]> };
  "/api/v1/workspaces/{w}/collaborators": {
    get: Read<W, Page<S["Collaborator"]>, PageQuery>;
    post: Write<
      W,
      { types: string[]; organizationId?: string; email?: string; roles?: string[]; projectAccess: "FULL" | string[] },
      { collaborator?: S["Collaborator"] | null; invitation?: S["Invitation"] | null }
    >;
  };
  "/api/v1/workspaces/{w}/collaborators/options": { get: Read<W, S["CollaboratorOptions"]> };
  "/api/v1/workspaces/{w}/collaborators/{org}": {
    patch: Write<
      WOrg,
      { types?: string[]; projectAccess?: "FULL" | { grant: string[]; withdraw: string[] }; autoInvite?: boolean },
      S["Collaborator"]
    >;
    delete: Read<WOrg, void, { handOverTo?: string }>;
  };
  "/api/v1/workspaces/{w}/collaborators/{org}/impact": {
    get: Read<WOrg, S["CollaboratorImpact"], { types?: string; withdraw?: string }>;
  };
  "/api/v1/workspaces/{w}/projects": {
    get: Read<W, Page<S["Project"]>, PageQuery & { visibility?: string; archived?: boolean; trashed?: boolean }>;
    post: Write<
      W,
      { name: string; description?: string; visibility?: string; members?: string[] },
      S["Project"]
    >;
  };
  "/api/v1/workspaces/{w}/datasets": { get: Read<W, Page<S["Dataset"]>, PageQuery> };
  "/api/v1/projects/{p}": {
    get: Read<P, S["Project"]>;
    patch: Write<
      P,
      { name?: string; description?: string; visibility?: string; leadId?: string | null; archived?: boolean },
      S["Project"]
    >;
    delete: Read<P, void, { despiteOthers?: boolean }>;
  };
  "/api/v1/projects/{p}/restoration": { post: Read<P, S["Project"]> };
  "/api/v1/projects/{p}/members": { get: Read<P, Page<S["ProjectMember"]>, PageQuery> };
  "/api/v1/projects/{p}/members/{user}": {
    put: Read<P & { user: string }, void>;
    delete: Read<P & { user: string }, void>;
  };
  "/api/v1/projects/{p}/candidates": { get: Read<P, Page<S["Person"]>, PageQuery> };
  "/api/v1/projects/{p}/datasets": {
    get: Read<P, Page<S["Dataset"]>, PageQuery>;
    post: Write<P, { name: string; description?: string; visibility?: string }, S["Dataset"]>;
  };
  "/api/v1/datasets/{d}": {
    get: Read<D, S["Dataset"]>;
    patch: Write<D, { name?: string; description?: string; visibility?: string }, S["Dataset"]>;
    delete: Read<D, void, { name: string }>;
  };
  "/api/v1/datasets/{d}/preview": { get: Read<D, S["Preview"]> };
  "/api/v1/datasets/{d}/members": { get: Read<D, Page<S["DatasetMember"]>, PageQuery> };
  "/api/v1/datasets/{d}/members/{user}": {
    put: Write<D & { user: string }, { level: string }, void>;
    delete: Read<D & { user: string }, void>;
  };
  "/api/v1/datasets/{d}/versions": { get: Read<D, Page<S["Version"]>, PageQuery> };
  "/api/v1/datasets/{d}/drafts": {
    get: Read<D, Page<S["Draft"]>, PageQuery>;
    post: Write<D, { branch?: string }, S["Draft"]>;
  };
  "/api/v1/datasets/{d}/drafts/{n}": { get: Read<DDraft, S["Draft"]>; delete: Read<DDraft, void> };
  "/api/v1/datasets/{d}/drafts/{n}/changes": { get: Read<DDraft, Page<S["Change"]>, PageQuery> };
  "/api/v1/datasets/{d}/drafts/{n}/known": { post: Write<DDraft, { digests: string[] }, { known: string[] }> };
  "/api/v1/datasets/{d}/drafts/{n}/items": {
    post: Write<DDraft, { items: S["NewItem"][] }, { outcomes: S["ItemOutcome"][] }>;
  };
  "/api/v1/datasets/{d}/drafts/{n}/item": { delete: Read<DDraft, void, { path: string }> };
  "/api/v1/datasets/{d}/drafts/{n}/commit": { post: Write<DDraft, { message: string }, S["Version"]> };
  "/api/v1/datasets/{d}/versions/{ref}/folder": {
    get: Read<
      DRef,
      { folders: { name: string; path: string }[]; items: S["Item"][]; next?: string | null },
      PageQuery & { prefix?: string }
    >;
  };
  "/api/v1/datasets/{d}/versions/{ref}/item": { get: Read<DRef, S["Item"], { path: string }> };
  "/api/v1/datasets/{d}/versions/{ref}/catalog": { get: Read<DRef, S["Catalog"]> };
}
