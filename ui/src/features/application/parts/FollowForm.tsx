import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { DatasetLinkByToken } from "@/api/types";
import { followLink } from "@/features/application/api/follow-link";
import { useEntering } from "@/features/session/use-entering";
import { FormProblem } from "@/shared/form/FormProblem";
import { passwordRule } from "@/shared/form/rules";
import { useSubmit } from "@/shared/form/use-submit";
import { AnchorLink } from "@/shared/links";
import { refreshAll } from "@/shared/use-act";

interface Props {
  token: string;
  link: DatasetLinkByToken;
  /** Makes an account on the way. */
  registers?: boolean;
}

/** Follows the link: the dataset opens, or one is told that others have a say first. */
export function FollowForm({ token, link, registers }: Props) {
  const enter = useEntering();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const form = useForm({
    initialValues: { organization: "", name: "", password: "" },
    validate: { password: (password) => (registers ? passwordRule(password) : null) },
  });
  const submit = useSubmit(
    form,
    (values) => followLink(token, registers ? values : {}),
    async ({ result, workspaceId, datasetId }) => {
      if (!workspaceId || !datasetId) {
        // Signed out meanwhile: the page says so.
        await queryClient.resetQueries();
      } else if (result === "ASKED") {
        setAsked(true);
        if (registers) await queryClient.resetQueries({ queryKey: ["me"] });
      } else if (registers) {
        await enter(`/workspaces/${workspaceId}/datasets/${datasetId}`);
      } else {
        await refreshAll(queryClient, [["me"]]);
        await navigate({ to: "/workspaces/$workspaceId/datasets/$datasetId", params: { workspaceId, datasetId } });
      }
    },
  );
  if (asked) return <Asked />;
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        {registers && (
          <>
            <TextInput label="Your organization" description="It is registered with this, and you become its administrator." required maxLength={80} {...form.getInputProps("organization")} />
            <TextInput label="E-mail address" value={link.email ?? ""} readOnly variant="filled" autoComplete="username" />
            <TextInput label="Your name" autoComplete="name" required maxLength={80} {...form.getInputProps("name")} />
            <PasswordInput label="Password" description="At least 10 characters." autoComplete="new-password" required {...form.getInputProps("password")} />
          </>
        )}
        {(registers || link.outsider) && (
          <Text size="sm" c="dimmed">
            You are not a member of the workspace that it belongs to. You apply by this: a workspace admin lets you in, and until then nothing of the dataset shows but its
            name.
          </Text>
        )}
        <Button type="submit" size="md" loading={submit.pending} fullWidth mt="xs">
          {registers ? "Register and apply" : link.outsider ? "Apply" : "Accept"}
        </Button>
      </Stack>
    </form>
  );
}

function Asked() {
  return (
    <Stack role="status">
      <Text>You have applied. You are told as soon as it is decided; where it stands is with your notifications.</Text>
      <AnchorLink to="/notifications">Go to your notifications</AnchorLink>
    </Stack>
  );
}
