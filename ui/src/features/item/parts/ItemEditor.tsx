import { Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconSquarePlus } from "@tabler/icons-react";
import { useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import type { Catalog, Dataset, ShownItem } from "@/api/types";
import { CatalogDialog } from "@/features/item/CatalogDialog";
import { drawingsOf } from "@/features/item/drawings";
import { labelsOf } from "@/features/item/label-edits";
import { isPicture, isText } from "@/features/item/media";
import { useItemEdits } from "@/features/item/use-item-edits";
import { BoxEditing } from "./BoxEditing";
import { LabelsEditor } from "./LabelsEditor";
import { NoPicture } from "./NoPicture";
import { PictureStage } from "./PictureStage";
import { TextStage } from "./TextStage";
import classes from "./viewer.module.css";

interface Props {
  dataset: Dataset;
  draft: number;
  item: ShownItem;
  catalog: Catalog;
}

/** The labels and metadata of one item of a draft, edited on the picture and beside it. */
export function ItemEditor({ dataset, draft, item, catalog }: Props) {
  const edits = useItemEdits(dataset.id, draft, item);
  const [drawing, setDrawing] = useState(false);
  const [catalogOpen, editCatalog] = useDisclosure();
  const reference = `draft-${draft}`;
  const boxes = "BOX2D" in catalog && isPicture(item.mediaType);
  useHotkeys([
    ["b", () => boxes && setDrawing((before) => !before)],
    ["Escape", () => setDrawing(false)],
  ]);
  useHotkeys([["mod+s", () => void (edits.dirty && edits.valid && !edits.conflict && edits.save())]], []);
  const leaving = useBlocker({ shouldBlockFn: () => edits.dirty, enableBeforeUnload: () => edits.dirty, withResolver: true });
  return (
    <div className={classes.body} data-editing>
      {isPicture(item.mediaType) ? (
        <PictureStage
          datasetId={dataset.id}
          reference={reference}
          item={item}
          drawings={drawingsOf(edits.labels)}
          catalog={catalog}
          over={(stored, orientation, perPixel) => (
            <BoxEditing
              edits={edits}
              stored={stored}
              orientation={orientation}
              perPixel={perPixel}
              drawing={drawing}
              drawn={(box) => {
                setDrawing(false);
                const like = labelsOf(edits.labels, "BOX2D").at(-1)?.category;
                if (box) edits.add("BOX2D", box, like ? { category: like } : {});
              }}
            />
          )}
        >
          {boxes && (
            <Button
              className={classes.drawing}
              size="xs"
              variant={drawing ? "filled" : "default"}
              aria-pressed={drawing}
              leftSection={<IconSquarePlus size={16} />}
              onClick={() => setDrawing((before) => !before)}
            >
              {drawing ? "Drag over the picture" : "Draw a box"}
            </Button>
          )}
        </PictureStage>
      ) : isText(item.mediaType) ? (
        <TextStage dataset={dataset} reference={reference} item={item} />
      ) : (
        <NoPicture dataset={dataset} reference={reference} item={item} />
      )}
      <LabelsEditor edits={edits} catalog={catalog} picture={item.picture ?? null} editCatalog={editCatalog.open} />
      <CatalogDialog dataset={dataset} draft={draft} opened={catalogOpen} close={editCatalog.close} />
      <Modal opened={leaving.status === "blocked"} onClose={() => leaving.reset?.()} title="Labels are not saved">
        <Text>What you changed on this item is not saved yet.</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => leaving.reset?.()}>
            Stay
          </Button>
          <Button variant="default" onClick={() => leaving.proceed?.()}>
            Leave without saving
          </Button>
          <Button
            disabled={!edits.valid || edits.conflict}
            loading={edits.saving}
            onClick={() => void edits.save().then((saved) => (saved ? leaving.proceed?.() : leaving.reset?.()))}
          >
            Save and go on
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
