import { JsonInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { isJson } from "@/features/item/metadata-edits";

interface Props {
  label: string;
  description?: string;
  placeholder?: string;
  value: unknown;
  change: (value: unknown) => void;
  /** Told what cannot be read, so that it is not saved as it was before. */
  mark: (what: string, bad: boolean) => void;
  /** What it is among all that is edited. */
  name: string;
  /** Nothing typed means nothing there. */
  optional?: boolean;
}

/** A value that is typed as JSON; what cannot be read yet stays as it is typed. */
export function JsonField({ label, description, placeholder, value, change, mark, name, optional }: Props) {
  const [text, setText] = useState(() => (value === undefined ? "" : JSON.stringify(value, null, 1)));
  const fine = (optional && text.trim() === "") || isJson(text);
  useEffect(() => () => mark(name, false), [mark, name]);
  return (
    <JsonInput
      label={label}
      description={description}
      placeholder={placeholder}
      size="xs"
      autosize
      minRows={2}
      maxRows={12}
      spellCheck={false}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      value={text}
      error={!fine && "This is no JSON yet."}
      onChange={(typed) => {
        setText(typed);
        const empty = optional && typed.trim() === "";
        mark(name, !empty && !isJson(typed));
        if (empty) change(undefined);
        else if (isJson(typed)) change(JSON.parse(typed));
      }}
    />
  );
}
