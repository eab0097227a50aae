import { ActionIcon, type ActionIconProps, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFileExport } from "@tabler/icons-react";
import { ExportDialog } from "./ExportDialog";

interface Props {
  datasetId: string;
  reference: string;
  name: string;
}

/** Beside the zip of a version: the same in one of the usual formats. */
export function ExportButton({ datasetId, reference, name, ...look }: Props & Pick<ActionIconProps, "size" | "variant" | "color">) {
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Tooltip label="Export with labels">
        <ActionIcon {...look} onClick={dialog.open} aria-label={`Export ${name}`}>
          <IconFileExport size={18} />
        </ActionIcon>
      </Tooltip>
      <ExportDialog datasetId={datasetId} reference={reference} name={name} opened={opened} close={dialog.close} />
    </>
  );
}
