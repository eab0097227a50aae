import { Switch, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { NotificationPreference } from "@/api/types";
import { preferencesKey, preferencesQuery, setPreference } from "@/features/notification/api/preferences";
import { serverQuery } from "@/features/session/api/server";
import { SkeletonRows } from "@/shared/list/InfiniteList";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { Section } from "@/shared/Screen";
import { useAct } from "@/shared/use-act";
import classes from "./parts/notification.module.css";

/** Which kinds of notifications come by mail as well. */
export function PreferencesTab() {
  const query = useQuery(preferencesQuery);
  const { data: server } = useQuery(serverQuery);
  if (query.isPending) return <SkeletonRows columns={2} />;
  if (query.isError) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  return (
    <Section
      title="By mail"
      lead={
        server?.mail === false
          ? "This server sends no mails; your choice counts once it does. Everything stands under Notifications in any case."
          : "Everything stands under Notifications in any case; what is switched on is mailed to you as well."
      }
    >
      <ul className={classes.list} aria-label="Kinds of notifications">
        {query.data.items.map((preference) => (
          <Choice key={preference.kind} preference={preference} />
        ))}
      </ul>
    </Section>
  );
}

function Choice({ preference: { kind, title, mail, fixed } }: { preference: NotificationPreference }) {
  const choose = useAct((wanted: boolean) => setPreference(kind, wanted), { refresh: [preferencesKey] });
  return (
    <li className={classes.choice}>
      <Text>
        {title}
        {fixed && (
          <Text component="span" display="block" size="sm" c="dimmed">
            Always mailed, for the safety of your account.
          </Text>
        )}
      </Text>
      <Switch
        aria-label={`${title}: by mail`}
        disabled={fixed}
        checked={choose.isPending ? choose.variables : mail}
        onChange={(event) => choose.mutate(event.currentTarget.checked)}
      />
    </li>
  );
}
