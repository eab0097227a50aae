import type { Dataset, Difference, Item } from "@/api/types";
import { DrawnLabels } from "@/features/item/DrawnLabels";
import { labelSummary } from "@/features/item/label-summary";
import { Thumbnail } from "@/features/item/Thumbnail";
import frame from "@/features/item/thumbnail.module.css";
import { thumbnailAddress } from "@/features/version/addresses";
import { AnchorLink } from "@/shared/links";
import { Tag, type Tone } from "@/shared/Tag";
import { formatBytes, sentence } from "@/shared/text/format";
import classes from "./diff.module.css";

const TONES: Record<Difference["change"], Tone> = { ADDED: "good", CHANGED: "warn", REMOVED: "danger" };

interface Props {
  dataset: Dataset;
  difference: Difference;
  before: string;
  after: string;
}

/** One path before and after: the pictures, and what is said of each. */
export function DifferenceTile({ dataset, difference, before, after }: Props) {
  const { path, change } = difference;
  return (
    <li className={classes.tile}>
      <div className={classes.head}>
        <span className={classes.path} title={path}>
          {path}
        </span>
        <Tag tone={TONES[change]}>{what(difference)}</Tag>
      </div>
      <div className={classes.sides}>
        <Side dataset={dataset} name="Before" reference={before} item={difference.before} />
        <Side dataset={dataset} name="After" reference={after} item={difference.after} />
      </div>
    </li>
  );
}

/** Of what changed, which part. */
function what({ change, content, labels, metadata }: Difference): string {
  if (change !== "CHANGED") return sentence(change);
  const parts = [content && "file", labels && "labels", metadata && "metadata"].filter(Boolean).join(", ");
  return `${sentence(parts)} changed`;
}

function Side({ dataset, name, reference, item }: { dataset: Dataset; name: string; reference: string; item?: Item | null }) {
  if (!item) {
    return (
      <div className={classes.side}>
        <span className={classes.none}>{name === "Before" ? "Not there before" : "Not there any more"}</span>
      </div>
    );
  }
  return (
    <div className={classes.side}>
      <AnchorLink
        className={frame.frame}
        aria-label={`${name}: ${item.path}`}
        to="/workspaces/$workspaceId/datasets/$datasetId/item"
        params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
        search={{ ref: reference, path: item.path }}
      >
        <Thumbnail address={thumbnailAddress(dataset.id, reference, item.path)} item={item} />
        <DrawnLabels datasetId={dataset.id} reference={reference} item={item} />
      </AnchorLink>
      <span className={classes.caption}>
        <b>{name}</b> {labelSummary(item.labels) || formatBytes(item.size)}
      </span>
    </div>
  );
}
