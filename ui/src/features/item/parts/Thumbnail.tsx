import { IconFile, IconFileText, IconPhoto } from "@tabler/icons-react";
import { useState } from "react";
import type { Item } from "@/api/types";
import { thumbnailAddress } from "@/features/version/addresses";

interface Props {
  datasetId: string;
  reference: string;
  item: Item;
}

/** A small picture of an item, or a sign of its kind where there is none. */
export function Thumbnail({ datasetId, reference, item }: Props) {
  const [broken, setBroken] = useState(false);
  if (item.thumbnail && !broken) {
    return (
      <img
        src={thumbnailAddress(datasetId, reference, item.path)}
        alt=""
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
      />
    );
  }
  const Icon = item.mediaType.startsWith("image/") ? IconPhoto : item.mediaType.startsWith("text/") ? IconFileText : IconFile;
  return <Icon size={28} stroke={1.3} aria-hidden="true" />;
}
