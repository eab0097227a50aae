import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { can } from "@/api/can";
import { Levels } from "@/features/dataset/Levels";
import { useDataset } from "@/features/dataset/use-dataset";
import { Section } from "@/shared/Screen";
import { DatasetApplications } from "./parts/DatasetApplications";
import { InviteDialog } from "./parts/InviteDialog";
import { Leave } from "./parts/Leave";
import { Links } from "./parts/Links";

/** Who holds a level of their own on the dataset, who is to, and by which links (T-12 to T-15). */
export function PeopleTab() {
  const dataset = useDataset();
  const [opened, { open, close }] = useDisclosure();
  const administers = can(dataset, "DATASET_ADMINISTER");
  return (
    <>
      <Button onClick={open} mb="lg">
        Invite people
      </Button>
      <InviteDialog dataset={dataset} opened={opened} close={close} />
      {administers && (
        <Section title="Levels" lead="Who was given more than the visibility gives. A level counts only while its holder sees the project.">
          <Levels dataset={dataset} />
        </Section>
      )}
      <Section
        title="Applications"
        lead={administers ? "People who are to get a level, once everybody has said yes whom it takes." : "People whom you invited, and who else has to say yes."}
      >
        <DatasetApplications dataset={dataset} />
      </Section>
      <Section title="Links and invitations" lead="They end when they run out, are revoked, or their maker could no longer make them.">
        <Links dataset={dataset} />
      </Section>
      <Leave dataset={dataset} />
    </>
  );
}
