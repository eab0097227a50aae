import { ActionIcon, AppShell, Burger, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useLiveUpdates } from "@/features/live/use-live-updates";
import { NotificationsLink } from "@/features/notification/NotificationsLink";
import { SearchBox } from "@/features/search/SearchBox";
import { meQuery } from "@/features/session/api/me";
import { Navigation } from "./parts/Navigation";
import classes from "./parts/shell.module.css";
import { useCurrentWorkspace } from "./use-current-workspace";
import { Mark } from "@/shared/Mark";

/** The frame of everything inside of the gate: navigation at the left (a drawer on phones), the page beside it. */
export function Shell() {
  const { data: me } = useQuery(meQuery);
  const [open, { toggle, close }] = useDisclosure();
  const [searching, search] = useDisclosure();
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
          {me.workspaces.length > 0 && (
            <ActionIcon variant="subtle" color="gray" size="lg" onClick={search.open} aria-label="Search" aria-haspopup="dialog">
              <IconSearch size={20} stroke={1.7} />
            </ActionIcon>
          )}
          <NotificationsLink short />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label="Kontor">
        <Navigation openSearch={search.open} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>
      {me.workspaces.length > 0 && <Search opened={searching} open={search.open} close={search.close} />}
    </AppShell>
  );
}

/** Begins in the workspace where one is. */
function Search(props: { opened: boolean; open: () => void; close: () => void }) {
  return <SearchBox workspace={useCurrentWorkspace()} {...props} />;
}
