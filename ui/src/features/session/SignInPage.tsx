import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { serverQuery } from "@/features/session/api/server";
import { signIn } from "@/features/session/api/sign-in";
import { GateLayout } from "@/features/session/GateLayout";
import { useEntering } from "@/features/session/use-entering";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { AnchorLink } from "@/shared/links";

const route = getRouteApi("/sign-in");

/** Where somebody with an account comes in. */
export function SignInPage() {
  const { next } = route.useSearch();
  const server = useQuery(serverQuery);
  const enter = useEntering();
  const form = useForm({ initialValues: { email: "", password: "" } });
  const submit = useSubmit(form, signIn, () => enter(next));

  return (
    <GateLayout title="Sign in">
      <form onSubmit={submit.onSubmit}>
        <Stack>
          <FormProblem problem={submit.problem} />
          <TextInput label="E-mail address" type="email" autoComplete="username" required data-autofocus {...form.getInputProps("email")} />
          <PasswordInput label="Password" autoComplete="current-password" required {...form.getInputProps("password")} />
          <Button type="submit" size="md" loading={submit.pending} fullWidth mt="xs">
            Sign in
          </Button>
        </Stack>
      </form>
      <Stack gap="xs" mt="lg">
        <AnchorLink to="/forgotten" size="sm" underline="always">
          Forgotten your password?
        </AnchorLink>
        {server.data?.registrationOpen !== false && (
          <Text size="sm" c="dimmed">
            New here?{" "}
            <AnchorLink to="/register" underline="always">Register your organization</AnchorLink>
          </Text>
        )}
        {server.data && !server.data.registrationOpen && (
          <Text size="sm" c="dimmed">
            Registration is by invitation only.
          </Text>
        )}
        {server.data?.supportAddress && (
          <Text size="sm" c="dimmed">
            Need help? Write to {server.data.supportAddress}.
          </Text>
        )}
      </Stack>
    </GateLayout>
  );
}
