import { NumberInput, Select, TextInput } from "@mantine/core";
import { type Attribute, controlOf } from "@/features/item/attributes";
import { JsonField } from "./JsonField";

interface Props {
  attribute: Attribute;
  value: unknown;
  change: (value: unknown) => void;
  mark: (what: string, bad: boolean) => void;
  name: string;
}

const YES_NO = [
  { value: "true", label: "yes" },
  { value: "false", label: "no" },
];

/** One attribute of a label, given as its catalog declares it; emptied, the label does not have it. */
export function AttributeField({ attribute, value, change, mark, name }: Props) {
  const { name: label, description, minimum, maximum } = attribute;
  const control = fits(attribute, value) ? controlOf(attribute) : "json";
  const common = { label, description, size: "xs" as const };
  switch (control) {
    case "yes-no":
      return <Select {...common} clearable placeholder="not said" data={YES_NO} value={value === undefined ? null : String(value)} onChange={(chosen) => change(chosen === null ? undefined : chosen === "true")} />;
    case "choice": {
      const values = attribute.enum ?? [];
      return (
        <Select
          {...common}
          clearable
          searchable={values.length > 10}
          placeholder="not said"
          data={values.map((one) => ({ value: JSON.stringify(one), label: typeof one === "string" ? one : JSON.stringify(one) }))}
          value={value === undefined ? null : JSON.stringify(value)}
          onChange={(chosen) => change(chosen === null ? undefined : JSON.parse(chosen))}
        />
      );
    }
    case "number":
      return (
        <NumberInput
          {...common}
          min={minimum}
          max={maximum}
          clampBehavior="none"
          allowDecimal={attribute.type !== "integer"}
          value={typeof value === "number" ? value : ""}
          onChange={(typed) => change(typed === "" ? undefined : Number(typed))}
        />
      );
    case "text":
      return <TextInput {...common} value={typeof value === "string" ? value : ""} onChange={(event) => change(event.currentTarget.value === "" ? undefined : event.currentTarget.value)} />;
    default:
      return <JsonField label={label} description={description} value={value} change={change} mark={mark} name={name} optional />;
  }
}

/** What is stored otherwise than declared is shown as it is. */
function fits(attribute: Attribute, value: unknown): boolean {
  if (value === undefined) return true;
  switch (controlOf(attribute)) {
    case "yes-no":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "text":
      return typeof value === "string";
    case "choice":
      return (attribute.enum ?? []).some((one) => JSON.stringify(one) === JSON.stringify(value));
    default:
      return true;
  }
}
