import { CloseButton, Group, Kbd, Modal, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useDebouncedValue, useHotkeys, useMediaQuery } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { WorkspaceEntry } from "@/api/types";
import { useMe } from "@/features/session/use-me";
import { FoundList } from "./parts/FoundList";
import { useFound } from "./use-found";
import classes from "./parts/search.module.css";

const ALL = "all";

interface SearchBoxProps {
  workspace: WorkspaceEntry | undefined;
  opened: boolean;
  open: () => void;
  close: () => void;
}

/** One box for people, projects and datasets that one may see; opened by a button, by `/` and by Ctrl-K. */
export function SearchBox({ workspace, opened, open, close }: SearchBoxProps) {
  useHotkeys([["/", open]]);
  // from inside of a field too, where a slash is a slash
  useHotkeys([["mod+K", open]], []);
  const phone = useMediaQuery("(max-width: 48em)");

  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      fullScreen={phone}
      size="lg"
      padding={0}
      centered={false}
      yOffset="10vh"
      aria-label="Search"
      transitionProps={{ duration: 80 }}
    >
      <Dialog workspace={workspace} close={close} />
    </Modal>
  );
}

function Dialog({ workspace, close }: { workspace: WorkspaceEntry | undefined; close: () => void }) {
  const several = useMe().workspaces.length > 1;
  const [typed, setTyped] = useState("");
  const [where, setWhere] = useState<string>(workspace?.id ?? ALL);
  const [q] = useDebouncedValue(typed.trim(), 120);
  const found = useFound(q, where === ALL ? null : where, several && where === ALL, close);

  return (
    <div className={classes.box}>
      <Group wrap="nowrap" gap="xs" className={classes.head}>
        <TextInput
          className={classes.input}
          variant="unstyled"
          data-autofocus
          type="text"
          role="combobox"
          aria-label="Search people, projects and datasets"
          aria-expanded={found.hits.length > 0}
          aria-controls="found"
          aria-autocomplete="list"
          aria-activedescendant={found.active ? `found-${found.active.key}` : undefined}
          placeholder="Search people, projects and datasets"
          autoComplete="off"
          maxLength={200}
          leftSection={<IconSearch size={18} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={found.onKeyDown}
        />
        <CloseButton aria-label="Close search" onClick={close} />
      </Group>
      {several && workspace && (
        <SegmentedControl
          className={classes.where}
          size="xs"
          aria-label="Where to search"
          value={where}
          onChange={setWhere}
          data={[
            { value: workspace.id, label: workspace.name },
            { value: ALL, label: "All workspaces" },
          ]}
        />
      )}
      <FoundList q={q} found={found} close={close} />
      <Text className={classes.foot} size="xs" c="dimmed" visibleFrom="sm">
        <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> to choose, <Kbd size="xs">Enter</Kbd> to open, <Kbd size="xs">Esc</Kbd> to close
      </Text>
    </div>
  );
}
