import { expect, test } from "vitest";
import { exportAddress } from "@/features/activity/api/activity";
import { activitySearch, filterOf } from "@/features/activity/use-activity-search";

test("days are whole ones of this time zone, the last included", () => {
  const { from, to } = filterOf({ from: "2026-11-01", to: "2026-11-02" });
  expect(new Date(from!)).toEqual(new Date(2026, 10, 1));
  expect(new Date(to!)).toEqual(new Date(2026, 10, 3));
  expect(filterOf({ from: "soon" }).from).toBeUndefined();
});

test("the address holds nothing but what is known and said", () => {
  expect(activitySearch({ q: "", kind: "member.added", page: "3", actor: 7 })).toEqual({ kind: "member.added" });
});

test("the export is filtered as the list is", () => {
  expect(exportAddress({ workspaceId: "w" }, { kind: "member.added", q: undefined })).toBe("/api/v1/workspaces/w/activity/export?kind=member.added");
  expect(exportAddress({ organizationId: "o" }, {})).toBe("/api/v1/organizations/o/activity/export");
});
