import type { Workspace } from "@/api/types";
import { formatMinute } from "@/shared/text/format";

const WEEK = 7 * 86_400_000;

type Life = Pick<Workspace, "state" | "trialEndsAt" | "purgeAt">;

interface Standing {
  /** `quiet` needs nobody's attention. */
  tone: "quiet" | "warn" | "danger";
  title: string;
  text: string;
}

/** Where a workspace stands, as its people are told: what is going on, until when, and what there is to do. */
export function standing({ state, trialEndsAt, purgeAt }: Life, now = Date.now()): Standing {
  const until = purgeAt ? formatMinute(purgeAt) : "";
  switch (state) {
    case "TRIAL":
      return {
        tone: trialEndsAt && new Date(trialEndsAt).getTime() - now < WEEK ? "warn" : "quiet",
        title: trialEndsAt ? `The trial ends on ${formatMinute(trialEndsAt)}` : "On trial",
        text: "After that the workspace can be read and emptied, but takes nothing new until its owner switches it to the Enterprise plan.",
      };
    case "ENTERPRISE":
      return { tone: "quiet", title: "On the Enterprise plan", text: "It lasts until the workspace is deleted." };
    case "DEACTIVATED":
      return {
        tone: "danger",
        title: "The trial has ended",
        text: `Everything can be read and downloaded${until && ` until ${until}`}, but nothing new is taken. Then projects, datasets and documents are purged, unless the owner switches to the Enterprise plan.`,
      };
    case "DELETION_SCHEDULED":
      return {
        tone: "danger",
        title: `This workspace is to be deleted${until && ` on ${until}`}`,
        text: "Until then everything can be read and downloaded, but nothing new is taken, and the owner can restore it.",
      };
    default:
      return {
        tone: "warn",
        title: "This workspace was purged",
        text: "Its projects, datasets and documents are gone; people and settings were kept. It starts again when the owner switches to the Enterprise plan.",
      };
  }
}
