import { Kbd, UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import classes from "./parts/search.module.css";

/** Looks like the box that it opens, and says by which keys it opens too. */
export function SearchOpener({ open }: { open: () => void }) {
  return (
    <UnstyledButton className={classes.opener} onClick={open} aria-keyshortcuts="/ Control+K" aria-haspopup="dialog">
      <IconSearch size={17} stroke={1.7} aria-hidden="true" />
      <span className={classes.label}>Search</span>
      <Kbd size="xs" aria-hidden="true">
        Ctrl K
      </Kbd>
    </UnstyledButton>
  );
}
