import { Alert, Button, Checkbox, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { InvitationByToken } from "@/api/types";
import { acceptInvitation } from "@/features/invitation/api/accept-invitation";
import { useEntering } from "@/features/session/use-entering";
import { FormProblem } from "@/shared/form/FormProblem";
import { passwordRule } from "@/shared/form/rules";
import { useSubmit } from "@/shared/form/use-submit";

/** Registers through an invitation, or accepts it with the account one is signed in with. */
export function AcceptForm({ token, invitation }: { token: string; invitation: InvitationByToken }) {
  const enter = useEntering();
  const queryClient = useQueryClient();
  const [landed, setLanded] = useState<{ dropped: string[]; go: () => void } | null>(null);
  const registers = invitation.needs !== "NOTHING";
  const founds = invitation.needs === "ORGANIZATION";
  const form = useForm({
    initialValues: { organization: "", name: "", password: "", workforceAccess: false },
    validate: { password: (password) => (registers ? passwordRule(password) : null) },
  });
  const submit = useSubmit(
    form,
    ({ organization, name, password, workforceAccess }) =>
      acceptInvitation(token, {
        ...(registers && { name, password }),
        ...(founds && { organization }),
        ...(invitation.mayGrantWorkforceAccess && { workforceAccess }),
      }),
    async ({ organizationId, workspaceId, dropped }) => {
      // Signed out meanwhile: the page says so.
      if (!organizationId) return queryClient.resetQueries();
      const go = () => enter(workspaceId ? `/workspaces/${workspaceId}/projects` : "/");
      if (dropped.length > 0) setLanded({ dropped, go });
      else await go();
    },
  );
  if (landed) return <Dropped {...landed} />;
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        {founds && <TextInput label="Your organization" description="It is registered with this, and you become its administrator." required maxLength={80} {...form.getInputProps("organization")} />}
        {registers && (
          <>
            <TextInput label="E-mail address" value={invitation.email} readOnly variant="filled" autoComplete="username" />
            <TextInput label="Your name" autoComplete="name" required maxLength={80} {...form.getInputProps("name")} />
            <PasswordInput label="Password" description="At least 10 characters." autoComplete="new-password" required {...form.getInputProps("password")} />
          </>
        )}
        {invitation.mayGrantWorkforceAccess && (
          <Checkbox
            label={`Let ${invitation.organization?.name ?? "the inviting organization"} see our people`}
            description="Its users can then find your colleagues and add them by name. You can withdraw it at any time."
            {...form.getInputProps("workforceAccess", { type: "checkbox" })}
          />
        )}
        <Button type="submit" size="md" loading={submit.pending} fullWidth mt="xs">
          {registers ? "Register and accept" : "Accept"}
        </Button>
      </Stack>
    </form>
  );
}

/** What the invitation promised and no longer holds (O-01). */
function Dropped({ dropped, go }: { dropped: string[]; go: () => void }) {
  return (
    <Stack>
      <Alert color="yellow" title="Some of it no longer holds">
        {dropped.map((line) => (
          <Text size="sm" key={line}>
            {line}
          </Text>
        ))}
      </Alert>
      <Button onClick={go}>Go on</Button>
    </Stack>
  );
}
