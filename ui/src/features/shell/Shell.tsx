import { AppShell, Burger, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useLiveUpdates } from "@/features/live/use-live-updates";
import { NotificationsLink } from "@/features/notification/NotificationsLink";
import { meQuery } from "@/features/session/api/me";
import { Navigation } from "./parts/Navigation";
import classes from "./parts/shell.module.css";
import { Mark } from "@/shared/Mark";

/** The frame of everything inside of the gate: navigation at the left (a drawer on phones), the page beside it. */
export function Shell() {
  const { data: me } = useQuery(meQuery);
  const [open, { toggle, close }] = useDisclosure();
  const location = useLocation();
  useEffect(close, [location.pathname, close]);

  const router = useRouter();
  const signedOut = me === null;
  useEffect(() => {
    if (signedOut) void router.navigate({ to: "/sign-in", search: { next: router.state.location.href }, replace: true });
  }, [signedOut, router]);

  useLiveUpdates(Boolean(me));
  if (!me) return null;
  return (
    <AppShell
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 252, breakpoint: "sm", collapsed: { mobile: !open } }}
      padding={0}
      transitionDuration={120}
    >
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes.header}>
        <Group h="100%" px="md" gap="sm">
          <Burger opened={open} onClick={toggle} size="sm" aria-label={open ? "Close navigation" : "Open navigation"} />
          <Mark />
          <span style={{ flex: 1 }} />
          <NotificationsLink short />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label="Kontor">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}
