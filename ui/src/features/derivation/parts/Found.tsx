import { Loader, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { Dataset, Where } from "@/api/types";
import { matchesQuery } from "@/features/derivation/api/matches";
import { ItemTile } from "@/features/item/ItemTile";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { plural } from "@/shared/text/format";
import classes from "./condition.module.css";

/** How many items fit, and the first of them; follows what is typed. */
export function Found({ dataset, reference, where }: { dataset: Dataset; reference: string; where: Where | undefined }) {
  const [asked] = useDebouncedValue(where, 300);
  const found = useQuery(matchesQuery(dataset.id, reference, asked));
  if (found.isError) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loader size="sm" />;
  const { count, items } = found.data;
  return (
    <div aria-busy={found.isPlaceholderData} style={{ opacity: found.isPlaceholderData ? 0.6 : 1 }}>
      <Text role="status" className={classes.count} mb="sm">
        {plural(count, "item fits", "items fit")}
        {count > items.length && `; the first ${items.length}:`}
      </Text>
      <div className={classes.found}>
        {items.map((item) => (
          <ItemTile key={item.path} dataset={dataset} reference={reference} item={item} />
        ))}
      </div>
    </div>
  );
}
