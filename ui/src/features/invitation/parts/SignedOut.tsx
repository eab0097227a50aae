import { Button, PasswordInput, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { InvitationByToken } from "@/api/types";
import { signIn } from "@/features/session/api/sign-in";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { AnchorLink } from "@/shared/links";
import { AcceptForm } from "./AcceptForm";

/** For whoever is not signed in. The page does not know whether the address has an account, so it offers both ways. */
export function SignedOut({ token, invitation }: { token: string; invitation: InvitationByToken }) {
  const [known, setKnown] = useState(false);
  return (
    <Stack>
      <SegmentedControl
        fullWidth
        aria-label="Account"
        value={known ? "known" : "new"}
        onChange={(value) => setKnown(value === "known")}
        data={[
          { value: "new", label: "I am new here" },
          { value: "known", label: "I have an account" },
        ]}
      />
      {known ? <SignInForm email={invitation.email} /> : invitation.waitsFor ? <First organization={invitation.waitsFor} /> : <AcceptForm token={token} invitation={invitation} />}
    </Stack>
  );
}

/** M-07: a colleague's account is made by their own organization. */
function First({ organization }: { organization: string }) {
  return (
    <Text>
      An administrator of {organization} has to make you an account first, and has been asked to. They will send you a link of their own; the membership follows by
      itself.
    </Text>
  );
}

/** Signs in with the invited address, and stays on this page, which then offers to accept. */
function SignInForm({ email }: { email: string }) {
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { password: "" } });
  const submit = useSubmit(
    form,
    ({ password }) => signIn({ email, password }),
    () => queryClient.resetQueries(),
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="E-mail address" value={email} readOnly variant="filled" autoComplete="username" />
        <PasswordInput label="Password" autoComplete="current-password" required {...form.getInputProps("password")} />
        <Button type="submit" size="md" loading={submit.pending} fullWidth mt="xs">
          Sign in
        </Button>
        <AnchorLink to="/forgotten" size="sm" underline="always">
          Forgotten your password?
        </AnchorLink>
      </Stack>
    </form>
  );
}
