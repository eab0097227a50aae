import type { Invitation } from "@/api/types";
import { Tag, type Tone } from "@/shared/Tag";
import { sentence } from "@/shared/text/format";

const TONES: Record<Invitation["state"], Tone> = {
  OPEN: "accent",
  WAITING: "warn",
  ACCEPTED: "good",
  REVOKED: "plain",
  EXPIRED: "plain",
};

/** How far an invitation is. */
export function StateTag({ state }: { state: Invitation["state"] }) {
  return <Tag tone={TONES[state]}>{sentence(state)}</Tag>;
}
