import type { Named, OrganizationUser } from "@/api/types";

/** What every dialog about a user needs. */
export interface UserDialog {
  organization: Named;
  user: OrganizationUser;
  opened: boolean;
  close: () => void;
}
