import { Button, Checkbox, FileButton, Group, Text, TextInput } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useRef, useState } from "react";
import { type DroppedFile, placed } from "../upload/item-path";
import { withLabels } from "../upload/label-files";
import type { Entry } from "../upload/upload-queue";
import { complain, say } from "@/shared/use-act";
import { plural } from "@/shared/text/format";
import classes from "./draft.module.css";

/** Takes files and whole folders, dropped or chosen, and where in the dataset they go. */
export function DropFiles({ add, unpack }: { add: (entries: Entry[]) => void; unpack: (file: File, folder: string) => void }) {
  const [prefix, setPrefix] = useState("");
  const folder = useRef<HTMLInputElement>(null);
  const [labels, setLabels] = useState(true);
  const take = async (files: File[]) => {
    const entries = placed(files as DroppedFile[], prefix);
    const left = files.length - entries.length;
    if (left > 0) say(`${plural(left, "hidden or system file")} left out.`);
    const found = labels ? await withLabels(entries) : { entries, read: 0, labelled: 0, problems: [] };
    if (found.labelled > 0) say(`Labels of ${plural(found.labelled, "file")} come along, from ${plural(found.read, "file")} of labels.`);
    for (const { path, reason } of found.problems) complain(new Error(`${path}: ${reason}`));
    if (found.entries.length > 0) add(found.entries);
  };
  return (
    <Dropzone
      unstyled
      classNames={{ root: classes.drop, inner: classes.inner }}
      onDrop={(files) => void take(files)}
      activateOnClick={false}
      activateOnKeyboard={false}
      multiple
      useFsAccessApi={false}
      inputProps={{ "aria-label": "Files to upload", tabIndex: -1 }}
      enablePointerEvents
    >
      <div>
        <Text fw={550} size="lg">
          Drop files or whole folders here
        </Text>
        <Text size="sm" c="dimmed">
          Folders keep their structure. What the server has already is not sent again. A zip or tar is kept as one file, unless you unpack it.
        </Text>
        <Checkbox
          mt="xs"
          size="xs"
          label="Read labels from a .jsonl, or from name.json beside a file"
          checked={labels}
          onChange={(event) => setLabels(event.currentTarget.checked)}
        />
      </div>
      <Group gap="xs">
        <TextInput
          aria-label="Folder in the dataset"
          placeholder="into folder …"
          w={160}
          value={prefix}
          onChange={(event) => setPrefix(event.currentTarget.value)}
        />
        <FileButton onChange={(files) => void take(files)} multiple>
          {(props) => (
            <Button variant="default" {...props}>
              Choose files
            </Button>
          )}
        </FileButton>
        <input
          ref={folder}
          type="file"
          hidden
          multiple
          {...{ webkitdirectory: "" }}
          onChange={(event) => {
            void take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
        <Button variant="default" onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
        <FileButton onChange={(file) => file && unpack(file, prefix)} accept=".zip,.tar,.tgz,.tar.gz,application/zip,application/x-tar,application/gzip">
          {(props) => (
            <Button variant="default" {...props}>
              Unpack an archive
            </Button>
          )}
        </FileButton>
      </Group>
    </Dropzone>
  );
}
