import { Menu, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconKey, IconLogout, IconMoon, IconSun, IconUser } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { meKey } from "@/features/session/api/me";
import { signOut } from "@/features/session/api/sign-out";
import { useMe } from "@/features/session/use-me";
import classes from "./shell.module.css";
import { MenuLink } from "@/shared/links";
import { initials } from "@/shared/text/initials";

const SCHEMES = [
  { value: "light", label: "Light", icon: IconSun },
  { value: "dark", label: "Dark", icon: IconMoon },
  { value: "auto", label: "As the system", icon: IconDeviceDesktop },
] as const;

/** Who one is, and what belongs to oneself: account, access keys, colours, the way out. */
export function PersonMenu() {
  const me = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      await navigate({ to: "/sign-in" });
      queryClient.clear();
      queryClient.setQueryData(meKey, null);
    },
  });

  return (
    <Menu width={236} position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.person} aria-label={`${me.user.name}: account and colours`}>
          <span className={classes.monogram} data-round aria-hidden="true">
            {initials(me.user.name)}
          </span>
          <span className={classes.who}>
            <Text size="sm" fw={550} truncate>
              {me.user.name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {me.organization.name}
            </Text>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.user.email}</Menu.Label>
        <MenuLink to="/account" leftSection={<IconUser size={16} />}>
          Account
        </MenuLink>
        <MenuLink to="/account/access-keys" leftSection={<IconKey size={16} />}>
          Access keys
        </MenuLink>
        <Menu.Divider />
        <Menu.Label>Colours</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}>
          {SCHEMES.map(({ value, label, icon: Icon }) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick={false} rightSection={<Icon size={16} />}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leave.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
