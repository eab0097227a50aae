import type { Project } from "@/api/types";
import { formatDay } from "@/shared/text/format";

type Planned = Pick<Project, "startsOn" | "endsOn">;

// A day is a day everywhere: read at noon, no time zone moves it.
const day = (date: string) => formatDay(`${date}T12:00:00`);

/** `1 Mar 2026 to 1 May 2026`, `from …`, `until …`; nothing where no period is planned. */
export function periodText({ startsOn, endsOn }: Planned): string | null {
  if (startsOn && endsOn) return startsOn === endsOn ? day(startsOn) : `${day(startsOn)} to ${day(endsOn)}`;
  if (startsOn) return `from ${day(startsOn)}`;
  return endsOn ? `until ${day(endsOn)}` : null;
}

/** Whether the period is over on that day (`2026-05-02`). */
export const isOver = ({ endsOn }: Planned, today: string) => !!endsOn && endsOn < today;

/** Today, where the reader is. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
