import { IconFile, IconFileText, IconPhoto } from "@tabler/icons-react";
import { useState } from "react";
import type { Item } from "@/api/types";

interface Props {
  /** Where the small picture comes from. */
  address: string;
  item: Pick<Item, "mediaType" | "thumbnail">;
}

/** A small picture of an item, or a sign of its kind where there is none. */
export function Thumbnail({ address, item }: Props) {
  const [broken, setBroken] = useState(false);
  if (item.thumbnail && !broken) {
    return (
      <img
        src={address}
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
