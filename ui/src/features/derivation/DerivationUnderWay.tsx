import { Alert, Button, Group, Progress, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { can } from "@/api/can";
import type { Dataset } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { formatCount, plural } from "@/shared/text/format";
import { refreshAll, useAct } from "@/shared/use-act";
import { cancelDerivation } from "./api/cancel-derivation";
import { derivationsQuery } from "./api/derivations";

/** How far a dataset is that is being made of others; the page follows when it is done. */
export function DerivationUnderWay({ dataset }: { dataset: Dataset }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...derivationsQuery(dataset.id), enabled: dataset.latest == null && can(dataset, "DATASET_ADMINISTER") });
  const derivation = data?.items.find(({ state }) => state === "RUNNING");
  const running = useRef(false);
  useEffect(() => {
    if (running.current && data && !derivation) void refreshAll(queryClient, [datasetKey(dataset.id)]);
    running.current = derivation !== undefined;
  }, [data, derivation, dataset.id, queryClient]);
  const cancel = useAct(async (id: string) => {
    await cancelDerivation(id);
    void refreshAll(queryClient, [[...workspaceKey(dataset.workspaceId), "datasets"]]);
    await navigate({ to: "/workspaces/$workspaceId/datasets", params: { workspaceId: dataset.workspaceId } });
  }, { says: "Cancelled. Nothing was made." });
  if (!derivation) return null;
  const { id, handled, total, taken } = derivation;
  return (
    <Alert mb="md" title="This dataset is being made" role="status">
      <Group justify="space-between" align="end">
        <div style={{ flex: 1, minWidth: "12rem" }}>
          <Text size="sm" mb={6}>
            {formatCount(handled)} of {plural(total, "item")} looked at, {formatCount(taken)} taken.
          </Text>
          <Progress value={total === 0 ? 100 : (100 * handled) / total} aria-label="Items looked at" />
        </div>
        <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(id)}>
          Cancel
        </Button>
      </Group>
    </Alert>
  );
}
