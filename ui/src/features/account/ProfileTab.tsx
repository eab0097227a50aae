import { Button, Group, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { changePassword } from "@/features/account/api/change-password";
import { editMe } from "@/features/account/api/edit-me";
import { sessionsKey } from "@/features/account/api/sessions";
import { meKey } from "@/features/session/api/me";
import { useMe } from "@/features/session/use-me";
import { FormProblem } from "@/shared/form/FormProblem";
import { passwordRule } from "@/shared/form/rules";
import { useSubmit } from "@/shared/form/use-submit";
import { Section } from "@/shared/Screen";
import { refreshAll, say } from "@/shared/use-act";

/** One's name and password. */
export function ProfileTab() {
  return (
    <>
      <Section title="Name" lead="As colleagues and partners see it.">
        <NameForm />
      </Section>
      <Section title="Password" lead="Changing it ends all your other sessions.">
        <PasswordForm />
      </Section>
    </>
  );
}

function NameForm() {
  const me = useMe();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { name: me.user.name } });
  const submit = useSubmit(form, editMe, async (_, values) => {
    form.resetDirty(values);
    say("Saved.");
    await refreshAll(queryClient, [meKey]);
  });
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="Your name" required maxLength={80} autoComplete="name" {...form.getInputProps("name")} />
        <TextInput label="E-mail address" value={me.user.email} readOnly variant="filled" />
        <Group>
          <Button type="submit" loading={submit.pending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function PasswordForm() {
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { current: "", password: "" }, validate: { password: passwordRule } });
  const submit = useSubmit(form, changePassword, async () => {
    form.reset();
    say("Your password is changed.");
    await refreshAll(queryClient, [sessionsKey]);
  });
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <PasswordInput label="Current password" required autoComplete="current-password" {...form.getInputProps("current")} />
        <PasswordInput label="New password" description="At least 10 characters." required autoComplete="new-password" {...form.getInputProps("password")} />
        <Group>
          <Button type="submit" loading={submit.pending}>
            Change password
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
