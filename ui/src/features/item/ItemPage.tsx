import { Skeleton } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { useDataset } from "@/features/dataset/use-dataset";
import { catalogQuery } from "@/features/item/api/catalog";
import { itemQuery } from "@/features/item/api/item";
import { contentAddress } from "@/features/version/addresses";
import { PageProblem } from "@/shared/FullPage";
import { boxCategories } from "./box-categories";
import { isPicture } from "./is-picture";
import { ItemHead } from "./parts/ItemHead";
import { ItemSide } from "./parts/ItemSide";
import { NoPicture } from "./parts/NoPicture";
import { PictureStage } from "./parts/PictureStage";
import classes from "./parts/viewer.module.css";

const route = getRouteApi("/signed-in/workspaces/$workspaceId/datasets/$datasetId/item");

/** One item, large, with its labels drawn on it; the arrow keys lead to its neighbours. */
export function ItemPage() {
  const dataset = useDataset();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { ref, path } = route.useSearch();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const item = useQuery({ ...itemQuery(dataset.id, ref, path), placeholderData: keepPreviousData });
  const catalog = useQuery(catalogQuery(dataset.id, ref));
  const previous = item.isPlaceholderData ? null : item.data?.previous;
  const next = item.isPlaceholderData ? null : item.data?.next;

  const go = useCallback(
    (to: string | null | undefined) => {
      if (to) void navigate({ to: ".", search: { ref, path: to }, replace: true });
    },
    [navigate, ref],
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

  if (item.isError) return <PageProblem error={item.error} />;
  if (!item.data) return <Skeleton height="60vh" m="lg" />;
  const declared = (catalog.data?.BOX2D?.categories ?? []).map(({ name }) => name);
  const boxes = item.data.labels?.BOX2D ?? [];
  const categories = boxCategories(boxes, declared);
  return (
    <div className={classes.page}>
      <ItemHead dataset={dataset} reference={ref} item={item.data} go={go} previous={previous} next={next} />
      <div className={classes.body}>
        {isPicture(item.data.mediaType) ? (
          <PictureStage
            datasetId={dataset.id}
            reference={ref}
            item={item.data}
            boxes={boxes.filter(({ category }) => !hidden.has(category ?? ""))}
            declared={declared}
          />
        ) : (
          <NoPicture dataset={dataset} reference={ref} item={item.data} />
        )}
        <ItemSide
          item={item.data}
          categories={categories}
          hidden={hidden}
          toggle={(category) =>
            setHidden((before) => {
              const after = new Set(before);
              if (!after.delete(category)) after.add(category);
              return after;
            })
          }
        />
      </div>
    </div>
  );
}
