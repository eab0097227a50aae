import { Modal, SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import type { Dataset, DatasetInvitationOutcome } from "@/api/types";
import { InviteByAddress } from "./InviteByAddress";
import { InviteByLink } from "./InviteByLink";
import { InviteByPicking } from "./InviteByPicking";
import { InviteOutcomes } from "./InviteOutcomes";

/** What became of those who were invited, by the names that the inviter knows. */
export interface Invited {
  outcomes: DatasetInvitationOutcome[];
  names: Record<string, string>;
}

export interface InviteProps {
  dataset: Dataset;
  close: () => void;
  done: (invited: Invited) => void;
}

const WAYS = { people: InviteByPicking, address: InviteByAddress, link: InviteByLink };

/** The three ways to invite, always with a level (T-12). */
export function InviteDialog({ dataset, opened, close }: { dataset: Dataset; opened: boolean; close: () => void }) {
  const [way, setWay] = useState<keyof typeof WAYS>("people");
  const [invited, setInvited] = useState<Invited | null>(null);
  const Way = WAYS[way];
  return (
    <Modal opened={opened} onClose={close} onExitTransitionEnd={() => setInvited(null)} size="lg" title={invited ? "What became of each" : `Invite to ${dataset.name}`}>
      {invited ? (
        <InviteOutcomes {...invited} close={close} again={() => setInvited(null)} />
      ) : (
        <Stack>
          <SegmentedControl
            fullWidth
            aria-label="How"
            value={way}
            onChange={(next) => setWay(next as keyof typeof WAYS)}
            data={[
              { value: "people", label: "Members" },
              { value: "address", label: "E-mail" },
              { value: "link", label: "Link" },
            ]}
          />
          {opened && <Way dataset={dataset} close={close} done={setInvited} />}
        </Stack>
      )}
    </Modal>
  );
}
