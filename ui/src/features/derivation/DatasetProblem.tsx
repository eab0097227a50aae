import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import { PageProblem } from "@/shared/FullPage";
import classes from "@/shared/full-page.module.css";
import { AnchorLink } from "@/shared/links";
import { formatAgo } from "@/shared/text/format";
import { derivationsQuery } from "./api/derivations";

/** Where a dataset is not there: one that somebody began to make and that was stopped says why, to whoever began it. */
export function DatasetProblem({ error, reset }: { error: unknown; reset?: () => void }) {
  const { datasetId = "", workspaceId = "" } = useParams({ strict: false });
  const asks = problemOf(error).status === 404;
  const begun = useQuery({ ...derivationsQuery(datasetId), enabled: asks && datasetId !== "" }).data?.items[0];
  if (!begun || (begun.state !== "STOPPED" && begun.state !== "CANCELLED")) return <PageProblem error={error} reset={reset} />;
  const { name, state, detail, endedAt, sources } = begun;
  const [source] = sources;
  return (
    <div className={classes.page}>
      <Title order={1}>{name} was not made</Title>
      <Text c="dimmed" maw={520}>
        {state === "CANCELLED" ? "You cancelled it" : "It was stopped on its way"}
        {endedAt && ` ${formatAgo(endedAt)}`}
        {state === "STOPPED" && detail ? `: ${detail}` : "."} Nothing half done is left.
      </Text>
      <Text c="dimmed" maw={520}>
        It was to be made of {sources.map((one) => `${one.name}, version ${one.number}`).join("; ")}.
      </Text>
      {source && (
        <AnchorLink to="/workspaces/$workspaceId/datasets/$datasetId/derive" params={{ workspaceId, datasetId: source.datasetId }}>
          Begin again from {source.name}
        </AnchorLink>
      )}
      <AnchorLink to="/workspaces/$workspaceId/datasets" params={{ workspaceId }}>
        Go to the datasets
      </AnchorLink>
    </div>
  );
}
