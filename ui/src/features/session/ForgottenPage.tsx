import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { askPasswordReset } from "@/features/session/api/ask-password-reset";
import { serverQuery } from "@/features/session/api/server";
import { GateLayout } from "@/features/session/GateLayout";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { AnchorLink } from "@/shared/links";

/** Where somebody asks for a link to a new password (O-06). What it says does not depend on whether the address is known. */
export function ForgottenPage() {
  const server = useQuery(serverQuery);
  const [asked, setAsked] = useState<string | null>(null);
  if (asked) {
    return (
      <GateLayout title="Look into your mail">
        <Text>If {asked} has an account here, a link to a new password is on its way. It works once, within an hour.</Text>
        <Text size="sm" c="dimmed" mt="md">
          Nothing came? Look among unwanted mail, or ask an administrator of your organization for a link.
        </Text>
        <Back />
      </GateLayout>
    );
  }
  if (server.data && !server.data.mail) {
    return (
      <GateLayout title="Forgotten your password?" lead="This server sends no mail.">
        <Text>
          An administrator of your organization can make a link with which you set a new password. If you are the only one, whoever runs this server can.
        </Text>
        {server.data.supportAddress && (
          <Text size="sm" c="dimmed" mt="md">
            Need help? Write to {server.data.supportAddress}.
          </Text>
        )}
        <Back />
      </GateLayout>
    );
  }
  return (
    <GateLayout title="Forgotten your password?" lead="We mail you a link with which you set a new one.">
      <AskForm asked={setAsked} />
      <Back />
    </GateLayout>
  );
}

function AskForm({ asked }: { asked: (email: string) => void }) {
  const form = useForm({ initialValues: { email: "" } });
  const submit = useSubmit(form, ({ email }) => askPasswordReset({ email: email.trim() }), (_, { email }) => asked(email.trim()));
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="E-mail address" type="email" autoComplete="username" required data-autofocus {...form.getInputProps("email")} />
        <Button type="submit" size="md" loading={submit.pending} fullWidth mt="xs">
          Mail me a link
        </Button>
      </Stack>
    </form>
  );
}

function Back() {
  return (
    <AnchorLink to="/sign-in" size="sm" mt="lg" display="inline-block">
      Sign in
    </AnchorLink>
  );
}
