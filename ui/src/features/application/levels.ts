import type { DatasetLevel } from "@/api/types";
import { sentence } from "@/shared/text/format";

const LADDER: DatasetLevel[] = ["PREVIEWER", "VIEWER", "USER", "EDITOR", "ADMIN", "OWNER"];

/** What somebody with this level may hand on: as much as they hold, and never the ownership; a link gives less (T-12). */
export function givable(own: DatasetLevel, most: DatasetLevel = "ADMIN"): DatasetLevel[] {
  const end = Math.min(LADDER.indexOf(own), LADDER.indexOf(most));
  return LADDER.slice(0, end + 1);
}

export const levelOptions = (levels: DatasetLevel[]) => levels.map((value) => ({ value, label: sentence(value) }));
