import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { QueryKey } from "@tanstack/react-query";
import { can } from "@/api/can";
import type { InferenceReservation } from "@/api/types";
import { Consequences, ConfirmDialog } from "@/shared/ConfirmDialog";
import { PersonName } from "@/shared/PersonName";
import { formatCount, plural } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";

interface Props {
  reservation: InferenceReservation;
  end: (id: string) => Promise<unknown>;
  /** What shows reservations, or counts them. */
  refresh: QueryKey[];
}

/** Ends what nobody else ends, having said what that means for the program (O-20). */
export function EndReservation({ reservation, end, refresh }: Props) {
  const [opened, { open, close }] = useDisclosure();
  const { files, inferred, dataset } = reservation;
  const act = useAct(() => end(reservation.id), { refresh, says: `${plural(files - inferred, "file is", "files are")} given back.`, done: close });
  if (!can(reservation, "RESERVATION_END")) return null;
  return (
    <>
      <Button variant="subtle" color="gray" size="xs" onClick={open} aria-label={`End the reservation of ${plural(files, "file")} for ${dataset}`}>
        End
      </Button>
      <ConfirmDialog
        title="End this reservation?"
        opened={opened}
        close={close}
        confirm={() => act.mutate()}
        pending={act.isPending}
        action="End it"
      >
        <Text>
          <PersonName person={reservation.reservedBy} /> reserved {plural(files, "file")} of {dataset}.
        </Text>
        <Consequences
          lines={[
            `${formatCount(files - inferred)} of them are given back to the quota at once.`,
            inferred > 0 && `The ${formatCount(inferred)} that labels were inferred for, as far as was told, stay counted.`,
            "The program that works with it can tell of no more, and has to reserve anew.",
          ]}
          none=""
        />
        <Text size="sm" c="dimmed">
          For programs that have crashed, and people who have left. What nothing is heard of is given back by itself.
        </Text>
      </ConfirmDialog>
    </>
  );
}
