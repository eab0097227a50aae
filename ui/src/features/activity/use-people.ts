import { useInfiniteQuery } from "@tanstack/react-query";
import { itemsOf } from "@/api/page";
import type { Place } from "@/features/activity/api/activity";
import { membersQuery } from "@/features/member/api/members";
import { usersQuery } from "@/features/organization/api/users";

/** Whose actions may be in a log: the members of the workspace, or the users of the organization. */
export function usePeople(place: Place, q: string | undefined): { id: string; name: string }[] {
  const workspace = "workspaceId" in place ? place.workspaceId : undefined;
  const organization = "organizationId" in place ? place.organizationId : undefined;
  const members = useInfiniteQuery({ ...membersQuery(workspace ?? "", { q }), enabled: workspace !== undefined });
  const users = useInfiniteQuery({ ...usersQuery(organization ?? "", { q }), enabled: organization !== undefined });
  return workspace ? itemsOf(members.data).map(({ user }) => user) : itemsOf(users.data);
}
