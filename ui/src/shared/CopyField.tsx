import { ActionIcon, CopyButton, TextInput, type TextInputProps, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** A text to carry elsewhere: an invitation link, an access key. */
export function CopyField({ value, ...rest }: { value: string } & TextInputProps) {
  return (
    <TextInput
      readOnly
      value={value}
      onFocus={(event) => event.currentTarget.select()}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      rightSection={
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? "Copied" : "Copy"}>
              <ActionIcon variant="subtle" color={copied ? "green" : "gray"} onClick={copy} aria-label={copied ? "Copied" : "Copy"}>
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      }
      {...rest}
    />
  );
}

/** Invitation links come relative to this server; people need them whole. */
export function absolute(link: string): string {
  return new URL(link, location.origin).href;
}
