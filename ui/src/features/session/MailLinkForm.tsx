import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";

interface Props {
  email: string;
  /** Asks for the mail. */
  ask: () => Promise<unknown>;
}

/** For whoever followed a link that was copied: the way on is mailed to its address, whether it has an account or not (O-01). */
export function MailLinkForm({ email, ask }: Props) {
  const [mailed, setMailed] = useState(false);
  const submit = useSubmit(useForm({ initialValues: {} }), ask, () => setMailed(true));
  if (mailed)
    return (
      <Stack role="status" gap="xs">
        <Text fw={600}>Look into your mail</Text>
        <Text>A link with which you go on is on its way to {email}. You can close this page.</Text>
      </Stack>
    );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="E-mail address" value={email} readOnly variant="filled" />
        <Text size="sm" c="dimmed">
          So that nobody else makes an account with this address, the link with which you choose a name and a password is mailed there.
        </Text>
        <Button type="submit" size="md" loading={submit.pending} fullWidth mt="xs">
          Mail me the link
        </Button>
      </Stack>
    </form>
  );
}
