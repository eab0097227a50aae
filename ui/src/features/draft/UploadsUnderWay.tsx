import { Progress as Bar, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { formatCount } from "@/shared/text/format";
import classes from "./uploads-under-way.module.css";
import type { Progress } from "./upload/upload-queue";
import { allUploads, isUnderWay, onNewUpload, type Upload } from "./upload/uploads";

/** Uploads go on while one looks at other pages; this says so, and leads back to them. */
export function UploadsUnderWay() {
  const uploads = useSyncExternalStore(onNewUpload, allUploads);
  return uploads.map((upload) => <UnderWay key={`${upload.datasetId}/${upload.draft}`} upload={upload} />);
}

function UnderWay({ upload: { workspaceId, datasetId, branch, name, queue } }: { upload: Upload }) {
  const progress = useSyncExternalStore(queue.subscribe, queue.snapshot);
  if (!isUnderWay(progress)) return null;
  const settled = progress.staged + progress.unchanged + progress.refused.length;
  return (
    <Link
      className={classes.upload}
      to="/workspaces/$workspaceId/datasets/$datasetId/draft"
      params={{ workspaceId, datasetId }}
      search={{ branch: branch === "main" ? undefined : branch }}
    >
      <Text size="xs" fw={550} truncate>
        {SAYS[progress.phase]} · {name}
      </Text>
      <Bar size="xs" my={4} value={progress.bytes > 0 ? (progress.sentBytes / progress.bytes) * 100 : 0} aria-label="Sent" />
      <Text size="xs" c="dimmed">
        {formatCount(settled)} of {formatCount(progress.files)} files
      </Text>
    </Link>
  );
}

const SAYS: Record<Progress["phase"], string> = {
  running: "Uploading",
  paused: "Paused",
  broken: "Waiting for the connection",
  stopped: "Stopped",
  finished: "Done",
};
