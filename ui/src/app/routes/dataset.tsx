import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { signedIn, text } from "@/app/routes/base";
import { DatasetProblem } from "@/features/derivation/DatasetProblem";
import { datasetQuery } from "@/features/dataset/api/dataset";

/** A version's number alone is read as a number from an address. */
function named(ref: unknown): string | undefined {
  return typeof ref === "number" ? String(ref) : text(ref);
}

// Not below the workspace's own pages: an open dataset is for strangers to the workspace, too (T-03).
const dataset = createRoute({
  getParentRoute: () => signedIn,
  path: "workspaces/$workspaceId/datasets/$datasetId",
  loader: ({ context, params }) => context.queryClient.ensureQueryData(datasetQuery(params.datasetId)),
  errorComponent: ({ error, reset }) => <DatasetProblem error={error} reset={reset} />,
});

/** Where in a dataset one is: which version (a branch, a version's id, `draft-3`) and which folder. */
interface PlaceSearch {
  ref?: string;
  prefix?: string;
}

const frame = createRoute({
  getParentRoute: () => dataset,
  id: "frame",
  component: lazyRouteComponent(() => import("@/features/dataset/DatasetFrame"), "DatasetFrame"),
});

const items = createRoute({
  getParentRoute: () => frame,
  path: "/",
  validateSearch: (search): PlaceSearch => ({ ref: named(search.ref), prefix: text(search.prefix) }),
  component: lazyRouteComponent(() => import("@/features/item/ItemsTab"), "ItemsTab"),
});

const versions = createRoute({
  getParentRoute: () => frame,
  path: "versions",
  validateSearch: (search): { branch?: string } => ({ branch: text(search.branch) }),
  component: lazyRouteComponent(() => import("@/features/version/VersionsTab"), "VersionsTab"),
});

const CHANGES = new Set(["ADDED", "CHANGED", "REMOVED"]);

/** Two states, and which kind of change between them. */
interface CompareSearch {
  from?: string;
  to?: string;
  change?: "ADDED" | "CHANGED" | "REMOVED";
}

const compare = createRoute({
  getParentRoute: () => frame,
  path: "compare",
  validateSearch: (search): CompareSearch => ({
    from: named(search.from),
    to: named(search.to),
    change: CHANGES.has(String(search.change)) ? (search.change as CompareSearch["change"]) : undefined,
  }),
  component: lazyRouteComponent(() => import("@/features/version/CompareTab"), "CompareTab"),
});

const branches = createRoute({
  getParentRoute: () => frame,
  path: "branches",
  component: lazyRouteComponent(() => import("@/features/branch/BranchesTab"), "BranchesTab"),
});

const draft = createRoute({
  getParentRoute: () => frame,
  path: "draft",
  validateSearch: (search): { branch?: string } => ({ branch: text(search.branch) }),
  component: lazyRouteComponent(() => import("@/features/draft/DraftTab"), "DraftTab"),
});

const derive = createRoute({
  getParentRoute: () => frame,
  path: "derive",
  validateSearch: (search): { ref?: string } => ({ ref: named(search.ref) }),
  component: lazyRouteComponent(() => import("@/features/derivation/DeriveTab"), "DeriveTab"),
});

const details = createRoute({
  getParentRoute: () => frame,
  path: "details",
  component: lazyRouteComponent(() => import("@/features/dataset/DetailsTab"), "DetailsTab"),
});

const people = createRoute({
  getParentRoute: () => frame,
  path: "people",
  component: lazyRouteComponent(() => import("@/features/application/PeopleTab"), "PeopleTab"),
});

const settings = createRoute({
  getParentRoute: () => frame,
  path: "settings",
  component: lazyRouteComponent(() => import("@/features/dataset/DatasetSettingsTab"), "DatasetSettingsTab"),
});

/** Which item, and whether its labels are edited. */
interface ItemSearch {
  ref: string;
  path: string;
  edit?: boolean;
}

const item = createRoute({
  getParentRoute: () => dataset,
  path: "item",
  validateSearch: (search): ItemSearch => ({
    ref: named(search.ref) ?? "main",
    path: text(search.path) ?? "",
    edit: search.edit === true || undefined,
  }),
  component: lazyRouteComponent(() => import("@/features/item/ItemPage"), "ItemPage"),
});

/** One dataset: its tabs, and the viewer of one item. */
export const datasetRoutes = dataset.addChildren([frame.addChildren([items, versions, compare, branches, draft, derive, details, people, settings]), item]);
