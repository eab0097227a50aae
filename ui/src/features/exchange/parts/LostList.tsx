import { List, Skeleton, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ExportReport } from "@/api/types";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatCount } from "@/shared/text/format";

/** What a format cannot carry of a version: first what is certain, then what would be lost where there is such a thing. */
export function LostList({ name, report }: { name: string; report: UseQueryResult<ExportReport> }) {
  if (report.isPending) return <Skeleton height={60} />;
  if (report.isError) return <ProblemNotice error={report.error} retry={() => void report.refetch()} />;
  const certain = report.data.lost.filter(({ count }) => count != null);
  const possible = report.data.lost.filter(({ count }) => count == null);
  if (report.data.lost.length === 0) return <Text>{name} carries everything of this version.</Text>;
  return (
    <>
      {certain.length > 0 && (
        <>
          <Text fw={550}>{name} cannot carry of this version</Text>
          <List size="sm" mt={4} mb="sm">
            {certain.map(({ what, name: of, count, sentence }) => (
              <List.Item key={`${what} ${of ?? ""}`}>
                <b>
                  {of ? `${of}: ` : ""}
                  {formatCount(count ?? 0)}
                </b>{" "}
                {sentence}
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Text fw={550} size="sm">
        {certain.length > 0 ? "And where there is such a thing" : `${name} carries all labels of this version; where there is such a thing, this is not carried`}
      </Text>
      <List size="sm" mt={4} c="dimmed">
        {possible.map(({ what, sentence }) => (
          <List.Item key={what}>{sentence}</List.Item>
        ))}
      </List>
    </>
  );
}
