import { Skeleton } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { can } from "@/api/can";
import { useDataset } from "@/features/dataset/use-dataset";
import { catalogQuery } from "@/features/item/api/catalog";
import { itemQuery } from "@/features/item/api/item";
import { contentAddress } from "@/features/version/addresses";
import { VersionBanner } from "@/features/version/VersionBanner";
import { PageProblem } from "@/shared/FullPage";
import { drawingsOf } from "./drawings";
import { isPicture, isText } from "./media";
import { keyOf, legendOf } from "./legend";
import { ItemEditor } from "./parts/ItemEditor";
import { ItemHead } from "./parts/ItemHead";
import { ItemSide } from "./parts/ItemSide";
import { NoPicture } from "./parts/NoPicture";
import { PictureStage } from "./parts/PictureStage";
import { TextStage } from "./parts/TextStage";
import classes from "./parts/viewer.module.css";

const route = getRouteApi("/signed-in/workspaces/$workspaceId/datasets/$datasetId/item");

/** One item, large, with its labels drawn on it; the arrow keys lead to its neighbours. */
export function ItemPage() {
  const dataset = useDataset();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { ref, path, edit } = route.useSearch();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const item = useQuery({ ...itemQuery(dataset.id, ref, path), placeholderData: keepPreviousData });
  const catalog = useQuery(catalogQuery(dataset.id, ref));
  const previous = item.isPlaceholderData ? null : item.data?.previous;
  const next = item.isPlaceholderData ? null : item.data?.next;

  const go = useCallback(
    (to: string | null | undefined) => {
      if (to) void navigate({ to: ".", search: { ref, path: to, edit }, replace: true });
    },
    [navigate, ref, edit],
  );
  useHotkeys([
    ["ArrowLeft", () => go(previous)],
    ["ArrowRight", () => go(next)],
  ]);
  useEffect(() => {
    for (const near of [next, previous]) {
      if (near) void queryClient.prefetchQuery(itemQuery(dataset.id, ref, near));
    }
    if (next && isPicture(item.data?.mediaType)) new Image().src = contentAddress(dataset.id, ref, next);
  }, [queryClient, dataset.id, ref, next, previous, item.data?.mediaType]);

  const draft = /^draft-(\d+)$/.exec(ref)?.[1];
  const editing = edit === true && draft !== undefined && can(dataset, "DATASET_CHANGE");
  // What is edited is not lost with the draft: saving says that it is gone.
  if (item.isError && !(editing && item.data)) return <PageProblem error={item.error} />;
  if (!item.data) return <Skeleton height="60vh" m="lg" />;
  const drawings = drawingsOf(item.data.labels);
  const known = catalog.data ?? {};
  return (
    <div className={classes.page}>
      <ItemHead dataset={dataset} reference={ref} item={item.data} go={go} previous={previous} next={next} editing={editing} />
      <div className={classes.banner}>
        <VersionBanner dataset={dataset} reference={ref} />
      </div>
      {editing && !item.isPlaceholderData ? (
        <ItemEditor key={`${ref}/${path}`} dataset={dataset} draft={Number(draft)} item={item.data} catalog={known} />
      ) : (
      <div className={classes.body}>
        {isPicture(item.data.mediaType) ? (
          <PictureStage
            datasetId={dataset.id}
            reference={ref}
            item={item.data}
            drawings={drawings.filter((drawn) => !hidden.has(keyOf(drawn)))}
            catalog={known}
          />
        ) : isText(item.data.mediaType) ? (
          <TextStage dataset={dataset} reference={ref} item={item.data} />
        ) : (
          <NoPicture dataset={dataset} reference={ref} item={item.data} />
        )}
        <ItemSide
          item={item.data}
          legend={legendOf(drawings, known)}
          hidden={hidden}
          toggle={(key) =>
            setHidden((before) => {
              const after = new Set(before);
              if (!after.delete(key)) after.add(key);
              return after;
            })
          }
        />
      </div>
      )}
    </div>
  );
}
