import { useQuery } from "@tanstack/react-query";
import type { Item } from "@/api/types";
import { catalogQuery } from "@/features/item/api/catalog";
import { drawingsOf } from "./drawings";
import { uprightSize } from "./geometry";
import { LabelOverlay } from "./parts/LabelOverlay";
import classes from "./thumbnail.module.css";

/** About how wide a thumbnail stands on a page. */
const WIDTH = 180;

interface Props {
  datasetId: string;
  reference: string;
  item: Item;
}

/** The labels of a picture over its thumbnail, in the frame that both stand in. */
export function DrawnLabels({ datasetId, reference, item: { labels, picture } }: Props) {
  const drawings = drawingsOf(labels);
  const catalog = useQuery({ ...catalogQuery(datasetId, reference), enabled: drawings.length > 0 }).data ?? {};
  if (!picture || drawings.length === 0) return null;
  const upright = uprightSize(picture, picture.orientation);
  return (
    <svg className={classes.over} viewBox={`0 0 ${upright.width} ${upright.height}`} aria-hidden="true">
      <LabelOverlay drawings={drawings} stored={picture} orientation={picture.orientation} catalog={catalog} perPixel={upright.width / WIDTH} />
    </svg>
  );
}
