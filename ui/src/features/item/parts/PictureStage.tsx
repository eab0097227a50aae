import { Loader } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import type { Catalog, Item } from "@/api/types";
import type { Drawn } from "@/features/item/drawings";
import { type Size, uprightSize } from "@/features/item/geometry";
import { contentAddress } from "@/features/version/addresses";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { PictureCanvas } from "./PictureCanvas";
import classes from "./viewer.module.css";

interface Props {
  datasetId: string;
  reference: string;
  item: Item;
  drawings: Drawn[];
  catalog: Catalog;
  over?: (stored: Size, orientation: number, perPixel: number) => ReactNode;
  children?: ReactNode;
}

interface Loaded extends Size {
  address: string;
  orientation: number;
}

/** Loads a picture and keeps the one before on the stage until it is there, so that nothing blinks. */
export function PictureStage({ datasetId, reference, item, drawings, catalog, over, children }: Props) {
  const address = contentAddress(datasetId, reference, item.path);
  const { picture } = item;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const image = new Image();
    let current = true;
    image.onload = () => {
      if (!current) return;
      // Browsers measure upright; where the server could not read the header, that is all there is to go by.
      const orientation = picture?.orientation ?? 1;
      const stored = picture ?? uprightSize({ width: image.naturalWidth, height: image.naturalHeight }, orientation);
      setFailed(null);
      setLoaded({ address, width: stored.width, height: stored.height, orientation });
    };
    image.onerror = () => current && setFailed(address);
    image.src = address;
    return () => {
      current = false;
    };
  }, [address, picture, tries]);

  const there = loaded?.address === address;
  return (
    <div className={classes.stage}>
      {failed === address ? (
        <ProblemNotice
          error={new Error("This picture could not be shown. Try again, or download it to look at it.")}
          retry={() => setTries((before) => before + 1)}
        />
      ) : (
        loaded && <PictureCanvas key={`${loaded.width}x${loaded.height}`} {...loaded} drawings={there ? drawings : []} catalog={catalog} over={there ? over : undefined} />
      )}
      {there && children}
      {!there && failed !== address && <Loader size="sm" pos="absolute" top={16} left={16} />}
    </div>
  );
}
