import { Anchor, Text } from "@mantine/core";
import { IconFile } from "@tabler/icons-react";
import type { Dataset, Item } from "@/api/types";
import { nameOf } from "@/features/item/folders";
import { downloadAddress } from "@/features/version/addresses";
import classes from "./viewer.module.css";

/** Stands where a picture would, for files that are none. */
export function NoPicture({ dataset, reference, item }: { dataset: Dataset; reference: string; item: Item }) {
  return (
    <div className={classes.none}>
      <IconFile size={40} stroke={1.2} aria-hidden="true" />
      <Text>There is no view for {item.mediaType}.</Text>
      <Anchor href={downloadAddress(dataset.id, reference, item.path)} download={nameOf(item.path)}>
        Download it
      </Anchor>
    </div>
  );
}
