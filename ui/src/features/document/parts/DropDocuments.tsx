import { Button, FileButton, Group, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useDisclosure } from "@mantine/hooks";
import { IconLink } from "@tabler/icons-react";
import { LinkDialog } from "./LinkDialog";
import classes from "./document.module.css";

/** Takes files, dropped or chosen, and links. */
export function DropDocuments({ projectId, send }: { projectId: string; send: (files: File[]) => void }) {
  const [linking, { open, close }] = useDisclosure();
  return (
    <>
      <Dropzone
        unstyled
        classNames={{ root: classes.drop, inner: classes.inner }}
        onDrop={send}
        activateOnClick={false}
        activateOnKeyboard={false}
        multiple
        useFsAccessApi={false}
        inputProps={{ "aria-label": "Documents to upload", tabIndex: -1 }}
        enablePointerEvents
      >
        <div>
          <Text fw={550}>Drop files here</Text>
          <Text size="sm" c="dimmed">
            Guidelines, contracts, examples: everybody who sees the project can read them.
          </Text>
        </div>
        <Group gap="xs">
          <FileButton onChange={send} multiple>
            {(props) => (
              <Button variant="default" {...props}>
                Choose files
              </Button>
            )}
          </FileButton>
          <Button variant="default" leftSection={<IconLink size={16} />} onClick={open}>
            Add a link
          </Button>
        </Group>
      </Dropzone>
      <LinkDialog projectId={projectId} opened={linking} close={close} />
    </>
  );
}
