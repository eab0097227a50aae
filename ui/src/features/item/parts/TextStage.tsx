import { Loader, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Dataset, Item } from "@/api/types";
import { SHOWN_BYTES, textQuery } from "@/features/item/api/text";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatBytes } from "@/shared/text/format";
import classes from "./viewer.module.css";

/** A text file, read as it is; of a long one the beginning. */
export function TextStage({ dataset, reference, item }: { dataset: Dataset; reference: string; item: Item }) {
  const text = useQuery(textQuery(dataset.id, reference, item.path));
  return (
    <div className={classes.text} tabIndex={0} role="region" aria-label="Text">
      {text.isError ? (
        <ProblemNotice error={text.error} retry={() => void text.refetch()} />
      ) : text.isPending ? (
        <Loader size="sm" m="md" />
      ) : (
        <>
          <pre>{text.data || "This file is empty."}</pre>
          {item.size > SHOWN_BYTES && (
            <Text size="sm" c="dimmed" px="lg" pb="lg">
              The first {formatBytes(SHOWN_BYTES)} of {formatBytes(item.size)}. Download it to read on.
            </Text>
          )}
        </>
      )}
    </div>
  );
}
