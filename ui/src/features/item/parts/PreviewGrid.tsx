import { Alert, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Dataset } from "@/api/types";
import { previewQuery } from "@/features/dataset/api/preview";
import { nameOf } from "@/features/item/folders";
import { previewAddress } from "@/features/version/addresses";
import { EmptyState } from "@/shared/EmptyState";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatBytes } from "@/shared/text/format";
import { SkeletonGrid } from "./FolderView";
import frame from "../thumbnail.module.css";
import classes from "./items.module.css";
import { Thumbnail } from "../Thumbnail";

/** What previewers see of a dataset: its first items, small. */
export function PreviewGrid({ dataset }: { dataset: Dataset }) {
  const preview = useQuery(previewQuery(dataset.id));
  if (preview.isPending) return <SkeletonGrid />;
  if (preview.isError) return <ProblemNotice error={preview.error} retry={() => void preview.refetch()} />;
  const { items } = preview.data;
  if (items.length === 0) return <EmptyState title="Nothing here yet" />;
  return (
    <>
      <Alert color="harbour" mb="md">
        <Text size="sm">You see a preview. Ask the dataset owner, {dataset.owner.name}, for more.</Text>
      </Alert>
      <div className={classes.grid}>
        {items.map((item) => (
          <div key={item.path} className={classes.tile}>
            <span className={frame.frame}>
              <Thumbnail address={previewAddress(dataset.id, item.path)} item={item} />
            </span>
            <span className={classes.caption}>
              <div className={classes.name}>{nameOf(item.path)}</div>
              <div className={classes.sub}>{formatBytes(item.size)}</div>
            </span>
          </div>
        ))}
      </div>
    </>
  );
}
