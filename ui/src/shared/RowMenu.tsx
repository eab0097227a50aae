import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, type IconProps } from "@tabler/icons-react";
import { type ComponentType, useRef } from "react";

export interface RowAction {
  label: string;
  icon: ComponentType<IconProps>;
  danger?: boolean;
  act: () => void;
}

/** What one may do with a row of a list; nothing where that is nothing. */
export function RowMenu({ label, actions }: { label: string; actions: (RowAction | false)[] }) {
  const target = useRef<HTMLButtonElement>(null);
  const offered = actions.filter((action): action is RowAction => action !== false);
  if (offered.length === 0) return null;
  // A dialog gives the focus back to what had it when it opened: that has to be the button, since the menu is gone by then.
  const choose = (act: () => void) => () => {
    target.current?.focus();
    act();
  };
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <ActionIcon ref={target} variant="subtle" color="gray" aria-label={label}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(({ label: name, icon: Icon, danger, act }) => (
          <Menu.Item key={name} leftSection={<Icon size={16} />} color={danger ? "red" : undefined} onClick={choose(act)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
