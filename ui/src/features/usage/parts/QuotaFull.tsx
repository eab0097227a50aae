import { Alert, List } from "@mantine/core";
import type { Quota, Workspace } from "@/api/types";
import { PersonName } from "@/shared/PersonName";

interface Props {
  quotas: Quota[];
  workspace: Pick<Workspace, "plan" | "owner">;
  supportAddress?: string | null;
}

const WAYS: Record<Quota["quota"], string> = {
  STORAGE: "Storage: delete versions, datasets or documents that nobody needs. What is in the trash counts until it is purged.",
  OPEN_STORAGE: "Open datasets: close one, which then counts as storage, or delete versions of it that nobody needs.",
  INFERENCE: "Inferred files: those that are reserved and not used come back when their program is done, or when their reservation is ended below.",
};

/** What can be done where a quota is used up; what more there is depends on the plan (A-12, O-08). */
export function QuotaFull({ quotas, workspace: { plan, owner }, supportAddress }: Props) {
  const full = quotas.filter(({ used, limit }) => used >= limit);
  if (full.length === 0) return null;
  return (
    <Alert color="red" title={full.length === 1 ? "A quota is used up" : "Quotas are used up"}>
      <List size="sm" spacing={4}>
        {full.map(({ quota }) => (
          <List.Item key={quota}>{WAYS[quota]}</List.Item>
        ))}
        <List.Item>
          {plan === "TRIAL" ? (
            <>
              The Enterprise plan has larger quotas, and begins the count of inferred files anew. The workspace owner, <PersonName person={owner} />, switches to it in the settings.
            </>
          ) : (
            <>There is no larger plan: whoever operates this server sets its quotas{supportAddress ? <>. Write to {supportAddress}</> : ""}.</>
          )}
        </List.Item>
      </List>
    </Alert>
  );
}
