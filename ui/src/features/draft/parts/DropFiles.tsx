import { Button, FileButton, Group, Text, TextInput } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useRef, useState } from "react";
import { type DroppedFile, placed } from "../upload/item-path";
import type { Entry } from "../upload/upload-queue";
import { say } from "@/shared/use-act";
import { plural } from "@/shared/text/format";
import classes from "./draft.module.css";

/** Takes files and whole folders, dropped or chosen, and where in the dataset they go. */
export function DropFiles({ add, unpack }: { add: (entries: Entry[]) => void; unpack: (file: File, folder: string) => void }) {
  const [prefix, setPrefix] = useState("");
  const folder = useRef<HTMLInputElement>(null);
  const take = (files: File[]) => {
    const entries = placed(files as DroppedFile[], prefix);
    const left = files.length - entries.length;
    if (left > 0) say(`${plural(left, "hidden or system file")} left out.`);
    if (entries.length > 0) add(entries);
  };
  return (
    <Dropzone
      unstyled
      classNames={{ root: classes.drop, inner: classes.inner }}
      onDrop={take}
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
      </div>
      <Group gap="xs">
        <TextInput
          aria-label="Folder in the dataset"
          placeholder="into folder …"
          w={160}
          value={prefix}
          onChange={(event) => setPrefix(event.currentTarget.value)}
        />
        <FileButton onChange={take} multiple>
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
            take([...(event.currentTarget.files ?? [])]);
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
