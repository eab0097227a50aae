import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import classes from "./list.module.css";
import { useListSearch } from "./use-list-search";

/** Above a list: the search, filters beside it, and what one can add at the far end. */
export function ListBar({ placeholder, filters, children }: { placeholder: string; filters?: ReactNode; children?: ReactNode }) {
  const { q, set } = useListSearch();
  const [typed, setTyped] = useState(q ?? "");
  const look = useDebouncedCallback((text: string) => set({ q: text.trim() || undefined }), 250);
  const change = (text: string) => {
    setTyped(text);
    look(text);
  };

  return (
    <div className={classes.bar}>
      <TextInput
        className={classes.search}
        type="search"
        placeholder={placeholder}
        aria-label={placeholder}
        leftSection={<IconSearch size={16} />}
        rightSection={typed && <CloseButton size="sm" aria-label="Clear search" onClick={() => change("")} />}
        value={typed}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {filters}
      <span className={classes.gap} />
      {children}
    </div>
  );
}
