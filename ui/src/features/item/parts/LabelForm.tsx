import { Autocomplete, Button, Group, NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { Catalog } from "@/api/types";
import { type Attribute, attributesOf } from "@/features/item/attributes";
import { type Box, fieldOf, isMask, type LabelBody, type LabelPlace, withAttribute, withField } from "@/features/item/label-edits";
import type { ItemEdits } from "@/features/item/use-item-edits";
import { AttributeField } from "./AttributeField";
import { JsonField } from "./JsonField";
import classes from "./viewer.module.css";

interface Props {
  edits: ItemEdits;
  place: LabelPlace;
  body: LabelBody;
  catalog: Catalog;
}

/** Everything of one label: category and attributes by the catalog, its geometry in numbers. */
export function LabelForm({ edits, place, body, catalog }: Props) {
  const { type } = place;
  const declared = catalog[type];
  const categories = (declared?.categories ?? []).map(({ name }) => name);
  const attributes = attributesOf((declared?.attributes ?? []) as Attribute[], body.category, body.attributes);
  const put = (next: LabelBody) => edits.change(place, next);
  const key = `${edits.taken} ${type} ${place.index}`;
  const unknown = body.category !== undefined && !categories.includes(body.category);
  return (
    <Stack gap="xs" className={classes.editing}>
      {!isMask(type) && (
        <>
          <Autocomplete
            label="Category"
            size="xs"
            data={categories}
            maxLength={256}
            description={unknown ? "Not in the catalog: kept all the same." : undefined}
            value={body.category ?? ""}
            onChange={(category) => put(withField(body, "category", category))}
          />
          {attributes.map((attribute) => (
            <AttributeField
              key={`${key} ${attribute.name}`}
              attribute={attribute}
              value={body.attributes?.[attribute.name]}
              change={(value) => put(withAttribute(body, attribute.name, value))}
              mark={edits.mark}
              name={`${key} ${attribute.name}`}
            />
          ))}
        </>
      )}
      <Geometry key={key} name={key} type={type} body={body} put={put} mark={edits.mark} />
      {!isMask(type) && type !== "CLASSIFICATION" && (
        <TextInput
          label="Instance"
          description="The same in other pictures: one and the same thing."
          size="xs"
          maxLength={256}
          value={body.instance ?? ""}
          onChange={(event) => put(withField(body, "instance", event.currentTarget.value))}
        />
      )}
      <Group justify="flex-end">
        <Button size="compact-sm" variant="subtle" color="gray" c="var(--k-danger)" leftSection={<IconTrash size={14} />} onClick={() => edits.remove(place)}>
          Remove label
        </Button>
      </Group>
    </Stack>
  );
}

interface GeometryProps {
  name: string;
  type: string;
  body: LabelBody;
  put: (body: LabelBody) => void;
  mark: (what: string, bad: boolean) => void;
}

const SIDES = [["Left", "xmin"], ["Top", "ymin"], ["Right", "xmax"], ["Bottom", "ymax"]] as const;

function Geometry({ name, type, body, put, mark }: GeometryProps) {
  const field = fieldOf(type);
  if (!field) return null;
  if (type === "BOX2D") {
    const box = body.box2d as Box;
    return (
      <Group grow gap={6} align="flex-start">
        {SIDES.map(([label, side]) => (
          <NumberInput
            key={side}
            label={label}
            size="xs"
            hideControls
            value={box[side]}
            onChange={(value) => typeof value === "number" && put({ ...body, box2d: { ...box, [side]: value } })}
          />
        ))}
      </Group>
    );
  }
  const words = body[field] as Word[];
  if (type === "SENTENCE" && Array.isArray(words) && words.every(({ begin, end }) => begin === undefined && end === undefined)) {
    return (
      <Textarea
        label="Text"
        description="A line for each word or part."
        size="xs"
        autosize
        minRows={2}
        value={words.map(({ text }) => text).join("\n")}
        onChange={(event) => put({ ...body, [field]: event.currentTarget.value.split("\n").map((text) => ({ text })) })}
      />
    );
  }
  return <JsonField label={field} name={`${name} geometry`} value={body[field]} change={(value) => put({ ...body, [field]: value })} mark={mark} />;
}

interface Word {
  text: string;
  begin?: number;
  end?: number;
}
