import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Box } from "@/api/types";
import { pictureQuery } from "@/features/item/api/picture";
import { uprightSize } from "@/features/item/geometry";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { PictureCanvas } from "./PictureCanvas";
import classes from "./viewer.module.css";

interface Props {
  datasetId: string;
  reference: string;
  path: string;
  boxes: Box[];
  declared: string[];
}

interface Loaded {
  path: string;
  address: string;
  width: number;
  height: number;
  orientation: number;
}

/** Loads a picture and keeps the one before on the stage until it is there, so that nothing blinks. */
export function PictureStage({ datasetId, reference, path, boxes, declared }: Props) {
  const picture = useQuery(pictureQuery(datasetId, reference, path));
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    if (!picture.data) return;
    const { blob, orientation } = picture.data;
    const address = URL.createObjectURL(blob);
    let current = true;
    // Browsers agree on upright sizes only; turning once more gives the stored one.
    void createImageBitmap(blob, { imageOrientation: "from-image" }).then(
      (bitmap) => {
        if (current) setLoaded({ path, address, ...uprightSize(bitmap, orientation), orientation });
        bitmap.close();
        setUnreadable(false);
      },
      () => current && setUnreadable(true),
    );
    return () => {
      current = false;
      setTimeout(() => URL.revokeObjectURL(address), 5_000);
    };
  }, [picture.data, path]);

  return (
    <div className={classes.stage}>
      {picture.isError && <ProblemNotice error={picture.error} retry={() => void picture.refetch()} />}
      {unreadable && <ProblemNotice error={new Error("This picture cannot be drawn; download it to look at it.")} />}
      {loaded && !unreadable && (
        <PictureCanvas key={`${loaded.width}x${loaded.height}`} {...loaded} boxes={loaded.path === path ? boxes : []} declared={declared} />
      )}
      {picture.isPending && <Loader size="sm" pos="absolute" top={16} left={16} />}
    </div>
  );
}
