import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import type { InvitationByToken } from "@/api/types";
import { acceptInvitation } from "@/features/invitation/api/accept-invitation";
import { signIn } from "@/features/session/api/sign-in";
import { MailLinkForm } from "@/features/session/MailLinkForm";
import { NewOrKnown } from "@/features/session/NewOrKnown";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { AnchorLink } from "@/shared/links";
import { AcceptForm } from "./AcceptForm";

/** For whoever is not signed in: whether the address has an account is known only to a link that was mailed to it. */
export function SignedOut({ token, invitation }: { token: string; invitation: InvitationByToken }) {
  const { email, known, waitsFor, provesAddress } = invitation;
  const fresh = waitsFor ? (
    <First organization={waitsFor} />
  ) : provesAddress ? (
    <AcceptForm token={token} invitation={invitation} />
  ) : (
    <MailLinkForm email={email} ask={() => acceptInvitation(token, {})} />
  );
  return (
    <Stack>
      <NewOrKnown known={known} fresh={fresh} signIn={<SignInForm email={email} />} />
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
