import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { registerOrganization } from "@/features/session/api/register-organization";
import { serverQuery } from "@/features/session/api/server";
import { GateLayout } from "@/features/session/GateLayout";
import { useEntering } from "@/features/session/use-entering";
import { FormProblem } from "@/shared/form/FormProblem";
import { passwordRule } from "@/shared/form/rules";
import { useSubmit } from "@/shared/form/use-submit";
import { AnchorLink } from "@/shared/links";

/** Where an organization comes into being, with its first user as its administrator (C-03). */
export function RegisterPage() {
  const server = useQuery(serverQuery);
  const enter = useEntering();
  const form = useForm({
    initialValues: { organization: "", name: "", email: "", password: "" },
    validate: { password: passwordRule },
  });
  const [mailed, setMailed] = useState<string | null>(null);
  const submit = useSubmit(form, registerOrganization, ({ userId }, { email }) => (userId ? enter() : setMailed(email)));

  if (mailed) {
    return (
      <GateLayout title="Look into your mail">
        <Text>A link that confirms your address is on its way to {mailed}. It works once, within a day.</Text>
        <Text size="sm" c="dimmed" mt="md">
          If the address has an account already, the mail says so instead.
        </Text>
        <AnchorLink to="/sign-in" size="sm" mt="lg" display="inline-block">
          Sign in
        </AnchorLink>
      </GateLayout>
    );
  }

  if (server.data && !server.data.registrationOpen) {
    return (
      <GateLayout title="By invitation only">
        <Text c="dimmed">
          The operator of this server has closed registration. Ask an organization administrator for an invitation.
        </Text>
        <AnchorLink to="/sign-in" size="sm" mt="lg" display="inline-block">
          Sign in
        </AnchorLink>
      </GateLayout>
    );
  }
  return (
    <GateLayout title="Register your organization" lead="You become its administrator and can invite your colleagues.">
      <form onSubmit={submit.onSubmit}>
        <Stack>
          <FormProblem problem={submit.problem} />
          <TextInput label="Organization" autoComplete="organization" required maxLength={80} {...form.getInputProps("organization")} />
          <TextInput label="Your name" autoComplete="name" required maxLength={80} {...form.getInputProps("name")} />
          <TextInput label="E-mail address" type="email" autoComplete="username" required {...form.getInputProps("email")} />
          <PasswordInput
            label="Password"
            description="At least 10 characters."
            autoComplete="new-password"
            required
            {...form.getInputProps("password")}
          />
          <Button type="submit" size="md" loading={submit.pending} fullWidth mt="xs">
            Register
          </Button>
        </Stack>
      </form>
      <Text size="sm" c="dimmed" mt="lg">
        Have an account already?{" "}
        <AnchorLink to="/sign-in" underline="always">Sign in</AnchorLink>
      </Text>
    </GateLayout>
  );
}
