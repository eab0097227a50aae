import { List, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Opening } from "@/api/types";
import { askOpening } from "@/features/dataset/api/ask-opening";
import { datasetKey } from "@/features/dataset/api/dataset";
import { openingQuery } from "@/features/dataset/api/opening";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { plural } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";

interface Props {
  dataset: string;
  opened: boolean;
  close: () => void;
  done?: () => void;
}

/** Opens a dataset to everybody, or asks for it; says whose contents go out with it first (T-03). */
export function OpeningDialog({ dataset, opened, close, done }: Props) {
  const opening = useQuery({ ...openingQuery(dataset), enabled: opened });
  const confirms = opening.data?.can.includes("OPENING_CONFIRM") ?? false;
  const ask = useAct(() => askOpening(dataset), {
    says: ({ visibility }) => (visibility === "OPEN" ? "The dataset is open to everybody." : "Asked. A workspace admin decides."),
    refresh: [datasetKey(dataset)],
    done: () => {
      close();
      done?.();
    },
  });
  return (
    <ConfirmDialog
      title={opening.data ? `Open ${opening.data.name} to everybody?` : "Open to everybody?"}
      opened={opened}
      close={close}
      confirm={() => ask.mutate()}
      pending={ask.isPending}
      action={confirms ? "Open to everybody" : "Ask to open"}
      impact={opening}
    >
      {opening.data && <Consequences opening={opening.data} confirms={confirms} />}
    </ConfirmDialog>
  );
}

function Consequences({ opening, confirms }: { opening: Opening; confirms: boolean }) {
  return (
    <>
      {opening.asked && (
        <Text>
          Asked for by <b>{opening.asked.by.name}</b>.
        </Text>
      )}
      <Text>
        Every signed-in user of this installation, of whatever organization, sees its name, description, versions and items, can download them, and make datasets of
        their own from them. They see neither the project nor the people. Closing it later ends that at once, but copies stay.
      </Text>
      <div>
        <Text fw={550}>Where its items come from</Text>
        {opening.sources.length === 0 ? (
          <Text c="dimmed">Nothing is committed yet.</Text>
        ) : (
          <List size="sm" mt={4}>
            {opening.sources.map(({ organization, items, versions }) => (
              <List.Item key={organization}>
                {organization}: {plural(items, "item")} in {plural(versions, "version")}
              </List.Item>
            ))}
          </List>
        )}
      </div>
      {opening.origins.length + opening.otherOrigins > 0 && (
        <div>
          <Text fw={550}>What it was derived from</Text>
          <List size="sm" mt={4}>
            {opening.origins.map(({ dataset, version, organization }, index) => (
              <List.Item key={index}>
                {dataset}, version {version}
                {organization && ` (${organization})`}
              </List.Item>
            ))}
            {opening.otherOrigins > 0 && (
              <List.Item>
                {opening.origins.length > 0 ? plural(opening.otherOrigins, "other dataset") : plural(opening.otherOrigins, "dataset")} that you cannot see, or that {opening.otherOrigins === 1 ? "is" : "are"} gone
              </List.Item>
            )}
          </List>
        </div>
      )}
      {!confirms && <Text c="dimmed">A workspace admin confirms it, or says no; you are told.</Text>}
    </>
  );
}
