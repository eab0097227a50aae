import type { components } from "@/api/schema";

type Schemas = components["schemas"];

// The names by which the pages know what the server sends.
export type AccessKey = Schemas["AccessKey"];
export type Activity = Schemas["Activity"];
export type BringIn = Schemas["BringIn"];
export type Box = Schemas["Box"];
export type Catalog = Schemas["Catalog"];
export type Change = Schemas["Change"];
export type Collaborator = Schemas["Collaborator"];
export type CollaboratorImpact = Schemas["CollaboratorImpact"];
export type CollaboratorOptions = Schemas["CollaboratorOptions"];
export type Dataset = Schemas["Dataset"];
export type DatasetMember = Schemas["DatasetMember"];
export type Draft = Schemas["Draft"];
export type UserInvitation = Schemas["UserInvitation"];
export type Loss = Schemas["Loss"];
export type Invitation = Schemas["Invitation"];
export type InvitationByToken = Schemas["InvitationByToken"];
export type Item = Schemas["Item"];
export type ItemOutcome = Schemas["ItemOutcome"];
export type Labels = Schemas["Labels"];
export type Me = Schemas["Me"];
export type Member = Schemas["Member"];
export type MemberOptions = Schemas["MemberOptions"];
export type MemberOutcome = Schemas["MemberOutcome"];
export type Named = Schemas["Named"];
export type NewItem = Schemas["NewItem"];
export type Organization = Schemas["Organization"];
export type OrganizationUser = Schemas["OrganizationUser"];
export type Person = Schemas["Person"];
export type Project = Schemas["Project"];
export type ProjectMember = Schemas["ProjectMember"];
export type ProjectRef = Schemas["ProjectRef"];
export type Version = Schemas["Version"];
export type Workspace = Schemas["Workspace"];
export type WorkspaceEntry = Schemas["WorkspaceEntry"];
