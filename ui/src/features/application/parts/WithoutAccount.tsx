import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { DatasetLinkByToken } from "@/api/types";
import { AnchorLink, ButtonLink } from "@/shared/links";
import { FollowForm } from "./FollowForm";

/** For whoever is not signed in: an invited address registers here, others make an account and come back. */
export function WithoutAccount({ token, link }: { token: string; link: DatasetLinkByToken }) {
  const [known, setKnown] = useState(false);
  const back = { next: `/join/${token}` };
  if (!link.email)
    return (
      <Stack>
        <ButtonLink to="/sign-in" search={back} size="md" fullWidth>
          Sign in to follow it
        </ButtonLink>
        <Text size="sm" c="dimmed">
          No account yet? <AnchorLink to="/register">Register your organization</AnchorLink> first, then open this link again.
        </Text>
      </Stack>
    );
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
      {known ? (
        <ButtonLink to="/sign-in" search={back} size="md" fullWidth>
          Sign in with {link.email}
        </ButtonLink>
      ) : (
        <FollowForm token={token} link={link} registers />
      )}
    </Stack>
  );
}
