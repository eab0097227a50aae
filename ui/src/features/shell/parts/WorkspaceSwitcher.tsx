import { Menu, ScrollArea, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconCheck, IconPlus, IconSelector } from "@tabler/icons-react";
import { useState } from "react";
import { can } from "@/api/can";
import type { WorkspaceEntry } from "@/api/types";
import { useMe } from "@/features/session/use-me";
import { WorkspaceMark } from "@/features/workspace/WorkspaceMark";
import { MenuLink } from "@/shared/links";
import classes from "./shell.module.css";

const SEARCH_FROM = 8;

/** Shows where one is and leads to every other workspace; with more than a handful it can be searched. */
export function WorkspaceSwitcher({ current }: { current: WorkspaceEntry | undefined }) {
  const me = useMe();
  const [query, setQuery] = useState("");
  const shown = me.workspaces.filter(({ name, organization }) =>
    `${name} ${organization.name}`.toLowerCase().includes(query.trim().toLowerCase()),
  );

  return (
    <Menu width={300} position="bottom-start" onClose={() => setQuery("")}>
      <Menu.Target>
        <UnstyledButton className={classes.switcher} aria-label={`Workspace: ${current?.name ?? "none chosen"}. Switch`}>
          <WorkspaceMark workspace={current} />
          <span className={classes.who}>
            <Text size="md" fw={600} truncate>
              {current?.name ?? "Choose a workspace"}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {current?.organization.name ?? (me.workspaces.length === 0 ? "none yet" : `${me.workspaces.length} to choose from`)}
            </Text>
          </span>
          <IconSelector size={16} color="var(--k-muted)" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {me.workspaces.length >= SEARCH_FROM && (
          <TextInput
            m={4}
            placeholder="Find a workspace"
            aria-label="Find a workspace"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        )}
        <ScrollArea.Autosize mah={360} type="auto">
          {shown.map((workspace) => (
            <MenuLink
              key={workspace.id}
              to="/workspaces/$workspaceId/projects"
              params={{ workspaceId: workspace.id }}
              leftSection={<WorkspaceMark workspace={workspace} />}
              rightSection={workspace.id === current?.id ? <IconCheck size={16} aria-label="current" /> : null}
            >
              <Text size="sm" fw={550} truncate>
                {workspace.name}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {workspace.organization.name}
              </Text>
            </MenuLink>
          ))}
        </ScrollArea.Autosize>
        {shown.length === 0 && <Menu.Label>{query ? "No workspace of that name." : "No workspaces yet."}</Menu.Label>}
        {can(me, "WORKSPACE_CREATE") && (
          <>
            <Menu.Divider />
            <MenuLink to="/new-workspace" leftSection={<IconPlus size={16} />}>
              Create a workspace
            </MenuLink>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
