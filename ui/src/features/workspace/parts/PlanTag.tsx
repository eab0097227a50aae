import type { Workspace } from "@/api/types";
import { Tag } from "@/shared/Tag";
import { formatAgo, formatMinute, sentence } from "@/shared/text/format";

/** The plan, and where it ends by itself, when. */
export function PlanTag({ workspace: { state, plan, trialEndsAt, purgeAt } }: { workspace: Workspace }) {
  const ordinary = state === plan;
  const until = ordinary ? trialEndsAt : purgeAt;
  return (
    <Tag tone={ordinary ? "plain" : "warn"} title={until ? `Until ${formatMinute(until)}` : undefined}>
      {sentence(state)}
      {ordinary && until && ` ends ${formatAgo(until)}`}
    </Tag>
  );
}
