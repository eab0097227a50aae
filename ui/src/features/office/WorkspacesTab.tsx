import { useInfiniteQuery } from "@tanstack/react-query";
import { CollaborationsTab } from "@/features/collaborator/CollaborationsTab";
import { ownWorkspacesQuery } from "@/features/office/api/own-workspaces";
import { useMe } from "@/features/session/use-me";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { Part } from "@/shared/Part";
import { ownWorkspaceColumns } from "./parts/own-workspace-columns";

/** The workspaces that the organization owns, and all in which its people work (C-02, C-04). */
export function WorkspacesTab() {
  const { organization } = useMe();
  const own = useInfiniteQuery(ownWorkspacesQuery(organization.id));
  return (
    <>
      <Part title="Workspaces of the organization" lead="By name, owner and sums. What is inside shows to members alone; the office opens none of them.">
        <InfiniteList
          label="Workspaces of the organization"
          query={own}
          columns={ownWorkspaceColumns(organization.id)}
          rowKey={({ id }) => id}
          empty={<EmptyState title="None yet">A workspace that one of your users creates belongs to {organization.name}.</EmptyState>}
        />
      </Part>
      <Part title="Where your people work" lead="Own workspaces and those of partners, with who is in them as what. You may take people out, or everybody.">
        <CollaborationsTab />
      </Part>
    </>
  );
}
