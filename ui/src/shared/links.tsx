import { ActionIcon, Anchor, Button, MenuItem } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import { type ComponentPropsWithRef } from "react";

type LinkAttributes = Omit<ComponentPropsWithRef<"a">, "color" | "style" | "size">;

// Mantine's looks on the router's links.
export const AnchorLink = createLink(Anchor<"a">);

/** A link that looks like a button. */
export const ButtonLink = createLink((props: LinkAttributes & React.ComponentProps<typeof Button<"a">>) => (
  <Button component="a" {...props} />
));

/** A link that looks like an icon button. */
export const IconLink = createLink((props: LinkAttributes & React.ComponentProps<typeof ActionIcon<"a">>) => (
  <ActionIcon component="a" {...props} />
));

/** A link inside of a menu. */
export const MenuLink = createLink((props: LinkAttributes & React.ComponentProps<typeof MenuItem<"a">>) => (
  <MenuItem component="a" {...props} />
));
