import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { PlanBanner } from "@/features/plan/PlanBanner";
import { rememberWorkspace } from "@/features/workspace/last-workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";

/** Around every page of a workspace: says when it ends, and remembers where one was. */
export function WorkspaceFrame() {
  const { id } = useWorkspace();
  useEffect(() => rememberWorkspace(id), [id]);
  return (
    <>
      <PlanBanner />
      <Outlet />
    </>
  );
}
