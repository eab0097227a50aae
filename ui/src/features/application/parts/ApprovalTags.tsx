import type { Application } from "@/api/types";
import { Tag, Tags, type Tone } from "@/shared/Tag";

const ENDED: Partial<Record<Application["state"], [string, Tone]>> = {
  GRANTED: ["Granted", "good"],
  REJECTED: ["Rejected", "danger"],
  WITHDRAWN: ["Withdrawn", "plain"],
};

const SAYS: Record<Exclude<Application["entry"], "NOT_NEEDED">, [string, Tone]> = {
  ASKED: ["waits", "warn"],
  APPROVED: ["yes", "good"],
};

/** Where each of the approvals stands that an application takes (T-13, T-14). */
export function ApprovalTags({ application: { state, enters, entry, owner } }: { application: Application }) {
  const ended = ENDED[state];
  if (ended) return <Tag tone={ended[1]}>{ended[0]}</Tag>;
  return (
    <Tags>
      {entry !== "NOT_NEEDED" && (
        <Tag tone={SAYS[entry][1]}>
          {enters === "WORKSPACE" ? "Workspace admin" : "Project"}: {SAYS[entry][0]}
        </Tag>
      )}
      {owner !== "NOT_NEEDED" && (
        <Tag tone={SAYS[owner][1]}>Dataset owner: {SAYS[owner][0]}</Tag>
      )}
    </Tags>
  );
}
