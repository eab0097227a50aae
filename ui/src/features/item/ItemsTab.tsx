import { ActionIcon, Group, SegmentedControl, Tooltip, VisuallyHidden } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconFileZip, IconLayoutGrid, IconList } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { can } from "@/api/can";
import type { Dataset } from "@/api/types";
import { useDataset } from "@/features/dataset/use-dataset";
import { ExportButton } from "@/features/exchange/ExportButton";
import { zipAddress } from "@/features/version/addresses";
import { VersionBanner } from "@/features/version/VersionBanner";
import { EmptyState } from "@/shared/EmptyState";
import { ButtonLink } from "@/shared/links";
import { EditInDraft } from "./parts/EditInDraft";
import { FolderPath } from "./parts/FolderPath";
import { FolderView } from "./parts/FolderView";
import { PreviewGrid } from "./parts/PreviewGrid";
import { VersionChoice } from "./parts/VersionChoice";
import { isBranch } from "./refs";
import classes from "./parts/items.module.css";

const route = getRouteApi("/signed-in/workspaces/$workspaceId/datasets/$datasetId/frame/");

export type Look = "grid" | "list";

/** Browses a version or the draft by folder. */
export function ItemsTab() {
  const dataset = useDataset();
  const { ref, prefix } = route.useSearch();
  const [look, setLook] = useLocalStorage<Look>({ key: "kontor.items", defaultValue: "grid" });
  if (!can(dataset, "DATASET_READ")) return <PreviewGrid dataset={dataset} />;
  const shown = ref ?? newest(dataset);
  if (!shown) return <Nothing dataset={dataset} />;
  return (
    <>
      <div className={classes.bar}>
        <VersionChoice dataset={dataset} value={shown} />
        <FolderPath dataset={dataset} reference={ref} prefix={prefix} />
        <span className={classes.gap} />
        <Group gap="xs" wrap="nowrap">
          {can(dataset, "DATASET_CHANGE") && isBranch(shown) && <EditInDraft dataset={dataset} branch={shown} />}
          {!shown.startsWith("draft-") && (
            <Tooltip label={prefix ? "Download this folder as zip" : "Download as zip"}>
              <ActionIcon component="a" size="lg" variant="default" href={zipAddress(dataset.id, shown, prefix)} download aria-label="Download as zip">
                <IconFileZip size={18} />
              </ActionIcon>
            </Tooltip>
          )}
          {dataset.latest != null && !shown.startsWith("draft-") && <ExportButton datasetId={dataset.id} reference={shown} name={spoken(shown)} size="lg" variant="default" />}
          <SegmentedControl
            aria-label="Look"
            value={look}
            onChange={(value) => setLook(value as Look)}
            data={[
              { value: "grid", label: <Choice icon={<IconLayoutGrid size={16} />} name="Grid" /> },
              { value: "list", label: <Choice icon={<IconList size={16} />} name="List" /> },
            ]}
          />
        </Group>
      </div>
      <VersionBanner dataset={dataset} reference={shown} />
      <FolderView key={`${shown}/${prefix ?? ""}`} dataset={dataset} reference={shown} prefix={prefix} look={look} />
    </>
  );
}

/** An id says nothing to people. */
function spoken(ref: string): string {
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(ref)) return "this version";
  return /^v?\d+$/i.test(ref) ? `version ${ref.replace(/^v/i, "")}` : ref;
}

function Choice({ icon, name }: { icon: React.ReactNode; name: string }) {
  return (
    <span className={classes.choice}>
      {icon}
      <VisuallyHidden>{name}</VisuallyHidden>
    </span>
  );
}

function newest({ latest, draft }: Dataset): string | null {
  if (latest != null) return "main";
  return draft != null ? `draft-${draft}` : null;
}

/** Before the first version. */
function Nothing({ dataset }: { dataset: Dataset }) {
  return (
    <EmptyState
      title="Nothing here yet"
      action={
        can(dataset, "DATASET_CHANGE") && (
          <ButtonLink
            to="/workspaces/$workspaceId/datasets/$datasetId/draft"
            params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
          >
            Add files
          </ButtonLink>
        )
      }
    >
      {can(dataset, "DATASET_CHANGE")
        ? "Open a draft, drop a folder of files into it, and commit it as the first version."
        : "Once somebody commits the first version, its items stand here."}
    </EmptyState>
  );
}
