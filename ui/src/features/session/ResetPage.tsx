import { Button, PasswordInput, Skeleton, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import { passwordResetQuery } from "@/features/session/api/password-reset";
import { resetPassword } from "@/features/session/api/reset-password";
import { GateLayout } from "@/features/session/GateLayout";
import { FormProblem } from "@/shared/form/FormProblem";
import { passwordRule } from "@/shared/form/rules";
import { useSubmit } from "@/shared/form/use-submit";
import { AnchorLink } from "@/shared/links";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { say } from "@/shared/use-act";

const route = getRouteApi("/reset/$token");

/** Where a one-time link to a new password leads (O-06). */
export function ResetPage() {
  const { token } = route.useParams();
  const reset = useQuery(passwordResetQuery(token));
  if (reset.isPending) {
    return (
      <GateLayout title="Set a new password">
        <Stack>
          <Skeleton height={36} />
          <Skeleton height={36} />
        </Stack>
      </GateLayout>
    );
  }
  if (reset.isError) {
    return problemOf(reset.error).status === 404 ? (
      <GateLayout title="This link works no more" lead="It was used, is older than an hour, or is incomplete.">
        <AnchorLink to="/forgotten">Ask for a new one</AnchorLink>
      </GateLayout>
    ) : (
      <GateLayout title="Set a new password">
        <ProblemNotice error={reset.error} retry={() => void reset.refetch()} />
      </GateLayout>
    );
  }
  return (
    <GateLayout title="Set a new password" lead={`For the account of ${reset.data.name}. All its open sessions end.`}>
      <ResetForm token={token} email={reset.data.email} />
    </GateLayout>
  );
}

function ResetForm({ token, email }: { token: string; email: string }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { password: "" }, validate: { password: passwordRule } });
  const submit = useSubmit(
    form,
    (values) => resetPassword(token, values),
    async () => {
      queryClient.clear();
      say("Your password is set. Sign in with it.");
      await navigate({ to: "/sign-in" });
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="E-mail address" value={email} readOnly variant="filled" autoComplete="username" />
        <PasswordInput
          label="New password"
          description="At least 10 characters."
          autoComplete="new-password"
          required
          data-autofocus
          {...form.getInputProps("password")}
        />
        <Button type="submit" size="md" loading={submit.pending} fullWidth mt="xs">
          Set password
        </Button>
      </Stack>
    </form>
  );
}
