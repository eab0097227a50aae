import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconEye } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { WorkforceAccess } from "@/api/types";
import { workforceAccessQuery } from "@/features/organization/api/workforce-access";
import { useMe } from "@/features/session/use-me";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { Part } from "@/shared/Part";
import { When } from "@/shared/When";
import { LetSeeDialog } from "./parts/LetSeeDialog";
import { OwnCode } from "./parts/OwnCode";
import { WithdrawAccess } from "./parts/WithdrawAccess";

/** Who sees our people, and whose people we see (O-04). */
export function WorkforceAccessTab() {
  const me = useMe();
  const [letting, { open, close }] = useDisclosure();
  const seers = useInfiniteQuery(workforceAccessQuery(me.organization.id, "SEEN_BY"));
  const seen = useInfiniteQuery(workforceAccessQuery(me.organization.id, "SEES"));
  return (
    <>
      <Part
        title="Who sees our people"
        lead="Their users find your colleagues by name, see them in the workspaces that you share, and may add them. You decide, and may take it back."
        action={
          <Button leftSection={<IconEye size={16} />} onClick={open}>
            Let an organization see
          </Button>
        }
      >
        <InfiniteList
          label="Who sees our people"
          query={seers}
          columns={SEERS}
          rowKey={({ organization }) => organization.id}
          empty={<EmptyState title="Nobody but yourselves">Where a partner has to show one of your people, it says “a partner's member”.</EmptyState>}
        />
      </Part>
      <Part title="Whose people we see" lead="Given by those organizations. To be let see, hand them your code.">
        <InfiniteList
          label="Whose people we see"
          query={seen}
          columns={SEEN}
          rowKey={({ organization }) => organization.id}
          empty={<EmptyState title="Only your own">Ask a partner's administrator, and send them the code below.</EmptyState>}
        />
      </Part>
      <OwnCode />
      <LetSeeDialog opened={letting} close={close} />
    </>
  );
}

const SEEN: Column<WorkforceAccess>[] = [
  { header: "Organization", cell: ({ organization }) => organization.name },
  { header: "Since", cell: ({ grantedAt }) => <When at={grantedAt} /> },
];

const SEERS: Column<WorkforceAccess>[] = [
  ...SEEN,
  { header: "Given by", cell: ({ grantedBy }) => grantedBy },
  { header: "", cell: ({ organization }) => <WithdrawAccess seer={organization} /> },
];
