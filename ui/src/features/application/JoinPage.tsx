import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import { linkByTokenQuery } from "@/features/application/api/follow-link";
import { GateLayout } from "@/features/session/GateLayout";
import { AnchorLink } from "@/shared/links";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { sentence } from "@/shared/text/format";
import { FollowForm } from "./parts/FollowForm";
import { OtherAddress } from "./parts/OtherAddress";
import { WithoutAccount } from "./parts/WithoutAccount";

const route = getRouteApi("/join/$token");

/** Where a link to a dataset leads: nothing of it shows but its name, and what following the link gives (T-12 to T-14). */
export function JoinPage() {
  const { token } = route.useParams();
  const link = useQuery(linkByTokenQuery(token));
  if (link.isPending)
    return (
      <GateLayout title="Invitation to a dataset">
        <Stack>
          <Skeleton height={14} width="80%" />
          <Skeleton height={14} width="60%" />
          <Skeleton height={36} mt="lg" />
        </Stack>
      </GateLayout>
    );
  if (link.isError)
    return problemOf(link.error).status === 404 ? (
      <GateLayout
        title="This link does not work"
        lead="It is incomplete, has run out or was revoked, or whoever made it may no longer invite. Ask the person who sent it for a new one."
      >
        <AnchorLink to="/">Go to Kontor</AnchorLink>
      </GateLayout>
    ) : (
      <GateLayout title="Invitation to a dataset">
        <ProblemNotice error={link.error} retry={() => void link.refetch()} />
      </GateLayout>
    );
  const { dataset, level, account } = link.data;
  return (
    <GateLayout title={dataset} lead={`You are invited to this dataset, as ${sentence(level).toLowerCase()}.`}>
      {account === "THIS" && <FollowForm token={token} link={link.data} />}
      {account === "OTHER" && <OtherAddress email={link.data.email} />}
      {account === "SIGNED_OUT" && <WithoutAccount token={token} link={link.data} />}
    </GateLayout>
  );
}
