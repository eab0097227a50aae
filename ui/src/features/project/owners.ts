import type { ProjectOwner } from "@/api/types";
import { plural } from "@/shared/text/format";

/** `Mo (Lanes, Signs)`, as far as the names go. */
export function ownerLine({ user, names, datasets }: ProjectOwner): string {
  const more = datasets - names.length;
  return `${user.name}: ${names.join(", ")}${more > 0 ? ` and ${plural(more, "more", "more")}` : ""}`;
}

/** How many datasets everybody may use now, and nobody from the trash. */
export const openDatasets = (owners: ProjectOwner[]) => owners.reduce((sum, { open }) => sum + open, 0);
