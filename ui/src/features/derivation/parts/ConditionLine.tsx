import { ActionIcon, Autocomplete, Select, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Catalog } from "@/api/types";
import { COMPARATORS, type Comparator, type Field, type Line, newLine } from "@/features/derivation/condition";
import { typeName } from "@/shared/text/format";
import classes from "./condition.module.css";

const FIELDS: Record<Field, string> = { path: "Path", mediaType: "Media type", size: "Size in bytes", metadata: "Metadata", label: "Label" };

const COMPARED: Record<Comparator, string> = {
  is: "is",
  isNot: "is not",
  startsWith: "starts with",
  endsWith: "ends with",
  contains: "contains",
  atLeast: "is at least",
  atMost: "is at most",
  there: "is there",
};

interface Props {
  line: Line;
  catalog: Catalog;
  change: (line: Line) => void;
  remove: () => void;
}

/** One condition, in one row. */
export function ConditionLine({ line, catalog, change, remove }: Props) {
  const { field, comparator, value, name, type, category, negated } = line;
  const types = Object.keys(catalog);
  const compares = field !== "label" || name !== "";
  return (
    <div className={classes.line} role="group" aria-label="Condition">
      <Select
        aria-label="Holds or not"
        w={90}
        allowDeselect={false}
        data={[
          { value: "", label: "has" },
          { value: "not", label: "has not" },
        ]}
        value={negated ? "not" : ""}
        onChange={(chosen) => change({ ...line, negated: chosen === "not" })}
      />
      <Select
        aria-label="Field"
        w={150}
        allowDeselect={false}
        data={(Object.keys(FIELDS) as Field[]).filter((one) => one !== "label" || types.length > 0).map((one) => ({ value: one, label: FIELDS[one] }))}
        value={field}
        onChange={(chosen) => chosen && change({ ...newLine(chosen as Field, types[0]), id: line.id, negated })}
      />
      {field === "label" && (
        <>
          <Select
            aria-label="Type"
            w={150}
            allowDeselect={false}
            data={types.map((one) => ({ value: one, label: typeName(one) }))}
            value={type}
            onChange={(chosen) => chosen && change({ ...line, type: chosen, category: "", name: "" })}
          />
          <Autocomplete
            aria-label="Category"
            w={150}
            placeholder="any category"
            data={(catalog[type]?.categories ?? []).map((one) => one.name)}
            value={category}
            onChange={(chosen) => change({ ...line, category: chosen })}
          />
        </>
      )}
      {(field === "label" || field === "metadata") && (
        <TextInput
          aria-label={field === "label" ? "Attribute" : "Name of the field"}
          w={150}
          placeholder={field === "label" ? "any attribute" : "field"}
          value={name}
          onChange={(event) => change({ ...line, name: event.currentTarget.value })}
        />
      )}
      {compares && (
        <Select
          aria-label="Comparison"
          w={130}
          allowDeselect={false}
          data={COMPARATORS[field].map((one) => ({ value: one, label: COMPARED[one] }))}
          value={comparator}
          onChange={(chosen) => chosen && change({ ...line, comparator: chosen as Comparator })}
        />
      )}
      {compares && comparator !== "there" && (
        <TextInput aria-label="Value" className={classes.value} placeholder="value" value={value} onChange={(event) => change({ ...line, value: event.currentTarget.value })} />
      )}
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Remove this condition" onClick={remove}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
