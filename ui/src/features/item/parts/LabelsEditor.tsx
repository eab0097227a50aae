import { Alert, Button, Group, Text, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconPlus } from "@tabler/icons-react";
import type { Catalog } from "@/api/types";
import { middleBox } from "@/features/item/boxes";
import type { Size } from "@/features/item/geometry";
import { isSingle, LABEL_TYPES, labelsOf } from "@/features/item/label-edits";
import { colourOf } from "@/features/item/legend";
import type { ItemEdits } from "@/features/item/use-item-edits";
import { FormProblem } from "@/shared/form/FormProblem";
import { typeName } from "@/shared/text/format";
import { LabelForm } from "./LabelForm";
import { MetadataEditor } from "./MetadataEditor";
import classes from "./viewer.module.css";

interface Props {
  edits: ItemEdits;
  catalog: Catalog;
  /** Of the stored picture, if it is one. */
  picture: Size | null;
  editCatalog: () => void;
}

/** Beside the picture: every label in words and numbers, the metadata, and the way to save them. */
export function LabelsEditor({ edits, catalog, picture, editCatalog }: Props) {
  const types = LABEL_TYPES.filter((type) => type in catalog || labelsOf(edits.labels, type).length > 0);
  return (
    <aside className={classes.side} aria-label="Edit labels and metadata">
      {edits.conflict && <Conflict edits={edits} />}
      {edits.problem && edits.problem.code !== "changed-meanwhile" && <FormProblem problem={edits.problem} />}
      <section>
        <Group justify="space-between" mb="xs">
          <h2 style={{ margin: 0 }}>Labels</h2>
          <Button size="compact-sm" variant="subtle" onClick={editCatalog}>
            Edit the catalog
          </Button>
        </Group>
        {types.length === 0 && <Text c="dimmed">The catalog of this draft declares no types of labels yet.</Text>}
        {types.map((type) => (
          <Type key={type} type={type} edits={edits} catalog={catalog} picture={picture} />
        ))}
      </section>
      <section>
        <h2>Metadata</h2>
        <MetadataEditor edits={edits} />
      </section>
      <Group className={classes.saving} justify="flex-end" gap="xs">
        <Text size="sm" c="dimmed" flex={1} aria-live="polite">
          {edits.dirty ? "Not saved" : "Nothing to save"}
        </Text>
        <Button variant="default" disabled={!edits.dirty || edits.saving} onClick={edits.discard}>
          Discard
        </Button>
        <Button disabled={!edits.dirty || !edits.valid || edits.conflict} loading={edits.saving} onClick={() => void edits.save()}>
          Save
        </Button>
      </Group>
    </aside>
  );
}

interface TypeProps {
  type: string;
  edits: ItemEdits;
  catalog: Catalog;
  picture: Size | null;
}

function Type({ type, edits, catalog, picture }: TypeProps) {
  const labels = labelsOf(edits.labels, type);
  const last = labels.at(-1);
  const add = () => edits.add(type, middleBox(picture ?? { width: 30, height: 30 }), last?.category ? { category: last.category } : {});
  return (
    <div className={classes.labelType} role="group" aria-label={typeName(type)}>
      <div className={classes.typeHead}>
        <h3>{typeName(type)}</h3>
        {type in catalog && !(isSingle(type) && labels.length > 0) && (
          <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={12} />} aria-label={`Add to ${typeName(type)}`} onClick={add}>
            Add
          </Button>
        )}
      </div>
      {labels.map((body, index) => {
        const open = edits.selected?.type === type && edits.selected.index === index;
        return (
          <div key={index}>
            <UnstyledButton className={classes.entry} aria-expanded={open} onClick={() => edits.select(open ? null : { type, index })}>
              <span className={classes.swatch} style={{ background: colourOf({ type, category: body.category ?? "" }, catalog) }} />
              <span className={classes.grow}>{body.category || (isSingle(type) ? "Not said" : `without a category, ${index + 1}`)}</span>
            </UnstyledButton>
            {open && <LabelForm edits={edits} place={{ type, index }} body={body} catalog={catalog} />}
          </div>
        );
      })}
    </div>
  );
}

function Conflict({ edits }: { edits: ItemEdits }) {
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="alert" mb="md" title="Somebody saved this item meanwhile">
      <Text size="sm">What you changed is kept here and not saved yet. Save it over theirs, or take theirs and lose yours.</Text>
      <Group gap="xs" mt="sm">
        <Button size="compact-sm" variant="default" onClick={edits.discard}>
          Take theirs
        </Button>
        <Button size="compact-sm" variant="default" onClick={edits.keep}>
          Go on with mine
        </Button>
      </Group>
    </Alert>
  );
}
