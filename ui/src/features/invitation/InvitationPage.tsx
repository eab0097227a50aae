import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import type { InvitationByToken } from "@/api/types";
import { invitationQuery } from "@/features/invitation/api/invitation";
import { GateLayout } from "@/features/session/GateLayout";
import { AnchorLink } from "@/shared/links";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { AcceptForm } from "./parts/AcceptForm";
import { ClosedInvitation } from "./parts/ClosedInvitation";
import { MoveForm } from "./parts/MoveForm";
import { Offer } from "./parts/Offer";
import { OtherAccount } from "./parts/OtherAccount";
import { SignedOut } from "./parts/SignedOut";

const route = getRouteApi("/invite/$token");

/** Explains who invites to what, and lets the invited person in: by registering, or by accepting with their account. */
export function InvitationPage() {
  const { token } = route.useParams();
  const invitation = useQuery(invitationQuery(token));
  if (invitation.isPending) {
    return (
      <GateLayout title="Invitation">
        <Stack>
          <Skeleton height={14} width="80%" />
          <Skeleton height={14} width="60%" />
          <Skeleton height={36} mt="lg" />
        </Stack>
      </GateLayout>
    );
  }
  if (invitation.isError) {
    return problemOf(invitation.error).status === 404 ? (
      <GateLayout title="No such invitation" lead="The link is incomplete, or the invitation no longer exists. Ask the person who sent it for a new one.">
        <AnchorLink to="/">Go to Kontor</AnchorLink>
      </GateLayout>
    ) : (
      <GateLayout title="Invitation">
        <ProblemNotice error={invitation.error} retry={() => void invitation.refetch()} />
      </GateLayout>
    );
  }
  return <Shown token={token} invitation={invitation.data} />;
}

function Shown({ token, invitation }: { token: string; invitation: InvitationByToken }) {
  if (invitation.state !== "OPEN") return <ClosedInvitation invitation={invitation} />;
  return (
    <GateLayout title={heading(invitation)} lead={<Offer invitation={invitation} />}>
      {invitation.account === "OTHER" && <OtherAccount email={invitation.email} />}
      {invitation.account === "SIGNED_OUT" && <SignedOut token={token} invitation={invitation} />}
      {invitation.account === "THIS" &&
        (invitation.leaves ? <MoveForm token={token} invitation={invitation} leaves={invitation.leaves} /> : <AcceptForm token={token} invitation={invitation} />)}
    </GateLayout>
  );
}

function heading({ kind, organization, workspace }: InvitationByToken): string {
  return kind === "ORGANIZATION" ? `Join ${organization?.name ?? "the organization"}` : `Join ${workspace?.name ?? "the workspace"}`;
}
