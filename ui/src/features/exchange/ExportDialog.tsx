import { Button, Group, Modal, Radio, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ExchangeFormat, YoloTask } from "@/api/types";
import { exportReportQuery } from "@/features/exchange/api/export-report";
import { FORMATS, formatName, TASKS } from "@/features/exchange/formats";
import { exportAddress } from "@/features/version/addresses";
import { LostList } from "./parts/LostList";

interface Props {
  datasetId: string;
  /** A version's id or number, a branch or a tag. */
  reference: string;
  /** How the page speaks of it. */
  name: string;
  opened: boolean;
  close: () => void;
}

/** Takes a version along in one of the usual formats, and says first what that cannot carry. */
export function ExportDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.close} title={`Export ${props.name}`} size="lg">
      {props.opened && <ExportForm {...props} />}
    </Modal>
  );
}

function ExportForm({ datasetId, reference, close }: Props) {
  const [format, setFormat] = useState<ExchangeFormat>("JSON_LINES");
  const [task, setTask] = useState<YoloTask>();
  const [images, setImages] = useState(false);
  const report = useQuery(exportReportQuery(datasetId, reference, format, task));
  const told = format === "YOLO" ? (task ?? report.data?.task ?? undefined) : undefined;
  return (
    <Stack>
      <Radio.Group label="Format" value={format} onChange={(value) => setFormat(value as ExchangeFormat)}>
        <Stack gap="xs" mt="xs">
          {FORMATS.map(({ value, label, says }) => (
            <Radio key={value} value={value} label={label} description={says} />
          ))}
        </Stack>
      </Radio.Group>
      {format === "YOLO" && (
        <Select label="Labels" description="YOLO tells of one type at a time" data={TASKS} value={told ?? null} allowDeselect={false} onChange={(value) => setTask((value as YoloTask | null) ?? undefined)} />
      )}
      <SegmentedControl
        aria-label="Files"
        value={images ? "files" : "labels"}
        onChange={(value) => setImages(value === "files")}
        data={[
          { value: "labels", label: "Labels only" },
          { value: "files", label: "Labels and files" },
        ]}
      />
      <section aria-label="What does not come along" aria-live="polite">
        <LostList name={formatName(format)} report={report} />
      </section>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button component="a" href={exportAddress(datasetId, reference, { format, images, task: told })} download onClick={close}>
          Export
        </Button>
      </Group>
      {!(format === "JSON_LINES" && !images) && (
        <Text size="sm" c="dimmed">
          The zip holds <code>report.json</code>, which names item by item what did not come along.
        </Text>
      )}
    </Stack>
  );
}
