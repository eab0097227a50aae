import { Stack, Text } from "@mantine/core";
import type { DatasetLinkByToken } from "@/api/types";
import { followLink } from "@/features/application/api/follow-link";
import { MailLinkForm } from "@/features/session/MailLinkForm";
import { NewOrKnown } from "@/features/session/NewOrKnown";
import { AnchorLink, ButtonLink } from "@/shared/links";
import { FollowForm } from "./FollowForm";

/** For whoever is not signed in: an invited address registers here, others make an account and come back. */
export function WithoutAccount({ token, link }: { token: string; link: DatasetLinkByToken }) {
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
  const fresh = link.provesAddress ? <FollowForm token={token} link={link} registers /> : <MailLinkForm email={link.email} ask={() => followLink(token, {})} />;
  const signIn = (
    <ButtonLink to="/sign-in" search={back} size="md" fullWidth>
      Sign in with {link.email}
    </ButtonLink>
  );
  return (
    <Stack>
      <NewOrKnown known={link.known} fresh={fresh} signIn={signIn} />
    </Stack>
  );
}
