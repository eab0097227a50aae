import { expect, test } from "vitest";
import { staleKeys } from "@/features/live/stale-keys";

test("a change in a workspace concerns what is in it, and nothing of another", () => {
  expect(staleKeys({ scope: "member", workspace: "w" })).toContainEqual(["workspaces", "w"]);
  expect(staleKeys({ scope: "dataset", workspace: "w" })).toContainEqual(["datasets"]);
  expect(staleKeys({ scope: "something-new", workspace: "w" })).toEqual([["workspaces", "w"]]);
});

test("a change outside of workspaces concerns the organization and oneself", () => {
  expect(staleKeys({ scope: "user" })).toContainEqual(["organizations"]);
  expect(staleKeys({ scope: "user" })).toContainEqual(["me"]);
});
