import { Button, CloseButton, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ActivityFilter, activityKindsQuery, exportAddress, type Place } from "@/features/activity/api/activity";
import { useActivitySearch } from "@/features/activity/use-activity-search";
import { usePeople } from "@/features/activity/use-people";
import { whatHappened } from "@/features/activity/what-happened";
import { ListBar } from "@/shared/list/ListBar";
import classes from "./activity.module.css";

interface Props {
  place: Place;
  filter: ActivityFilter;
}

/** What of the log is wanted: words, a person, a kind, days; and the way to take it along. */
export function ActivityBar({ place, filter }: Props) {
  const { search, set } = useActivitySearch();
  return (
    <>
      <ListBar placeholder="Search people, actions, objects" filters={<Filters place={place} />}>
        <Button component="a" href={exportAddress(place, filter)} download variant="default" leftSection={<IconDownload size={16} />}>
          Export
        </Button>
      </ListBar>
      {search.object && (
        <p className={classes.picked}>
          Only about <b>{search.objectName ?? "one thing"}</b>
          <CloseButton size="sm" aria-label="About everything" onClick={() => set({ object: undefined, objectName: undefined })} />
        </p>
      )}
    </>
  );
}

function Filters({ place }: { place: Place }) {
  const { search, set } = useActivitySearch();
  return (
    <>
      <PersonFilter place={place} />
      <KindFilter />
      <TextInput className={classes.day} type="date" aria-label="From" value={search.from ?? ""} onChange={(event) => set({ from: event.currentTarget.value || undefined })} />
      <TextInput className={classes.day} type="date" aria-label="To" value={search.to ?? ""} onChange={(event) => set({ to: event.currentTarget.value || undefined })} />
    </>
  );
}

/** Anybody of today; whoever is gone is picked by a click on their name in the list. */
function PersonFilter({ place }: { place: Place }) {
  const { search, set } = useActivitySearch();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed === search.actorName ? "" : typed, 200);
  const found = usePeople(place, q || undefined);
  const names = new Map(found.map(({ id, name }) => [id, name]));
  if (search.actor) names.set(search.actor, search.actorName ?? names.get(search.actor) ?? "One person");
  return (
    <Select
      className={classes.filter}
      aria-label="By whom"
      placeholder="By anybody"
      searchable
      clearable
      data={[...names].map(([value, label]) => ({ value, label }))}
      value={search.actor ?? null}
      onSearchChange={setTyped}
      onChange={(actor) => set({ actor: actor ?? undefined, actorName: actor ? names.get(actor) : undefined })}
      nothingFoundMessage="Nobody of that name"
    />
  );
}

function KindFilter() {
  const { search, set } = useActivitySearch();
  const { data } = useQuery(activityKindsQuery);
  return (
    <Select
      className={classes.filter}
      aria-label="What"
      placeholder="Every action"
      searchable
      clearable
      data={(data?.items ?? []).map(({ kind }) => ({ value: kind, label: whatHappened(kind) }))}
      value={search.kind ?? null}
      onChange={(kind) => set({ kind: kind ?? undefined })}
      nothingFoundMessage="No action of that name"
    />
  );
}
