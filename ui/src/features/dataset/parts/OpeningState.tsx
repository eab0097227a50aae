import { Button, Group, Skeleton, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import type { Dataset } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { endOpening } from "@/features/dataset/api/end-opening";
import { openingQuery } from "@/features/dataset/api/opening";
import { OpeningDialog } from "@/features/dataset/OpeningDialog";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { useAct } from "@/shared/use-act";
import { When } from "@/shared/When";

/** Whether everybody may use the dataset, whether somebody asks for it, and what one can do about it (T-03). */
export function OpeningState({ dataset }: { dataset: Dataset }) {
  const opening = useQuery(openingQuery(dataset.id));
  const [opened, { open, close }] = useDisclosure();
  const end = useAct(() => endOpening(dataset.id), { refresh: [datasetKey(dataset.id)], says: "It stays closed." });
  if (opening.isPending) return <Skeleton height={36} />;
  if (opening.isError) return <ProblemNotice error={opening.error} retry={() => void opening.refetch()} />;
  const { asked, visibility } = opening.data;
  if (visibility === "OPEN") return <Text>It is open. To close it, choose another visibility above: strangers lose it at once, their copies stay.</Text>;
  return (
    <>
      {asked && (
        <Text mb="sm">
          {asked.by.name} asked to open it <When at={asked.at} />.
        </Text>
      )}
      <Group>
        {can(opening.data, "OPENING_CONFIRM") && (
          <Button variant={asked ? "filled" : "default"} onClick={open}>
            Open to everybody
          </Button>
        )}
        {can(opening.data, "OPENING_ASK") && !asked && (
          <Button variant="default" onClick={open}>
            Ask to open
          </Button>
        )}
        {can(opening.data, "OPENING_REJECT") && (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
            Reject
          </Button>
        )}
        {can(opening.data, "OPENING_WITHDRAW") && (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
            Withdraw the request
          </Button>
        )}
      </Group>
      <OpeningDialog dataset={dataset.id} opened={opened} close={close} />
    </>
  );
}
