import { Button, Skeleton, Stack } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import { confirmRegistration } from "@/features/session/api/confirm-registration";
import { registrationQuery } from "@/features/session/api/registration";
import { GateLayout } from "@/features/session/GateLayout";
import { useEntering } from "@/features/session/use-entering";
import { AnchorLink } from "@/shared/links";
import { ProblemNotice } from "@/shared/ProblemNotice";

const route = getRouteApi("/confirm/$token");

/** Where the link leads that was mailed to whoever registered: it shows that the address is theirs (O-01). */
export function ConfirmPage() {
  const { token } = route.useParams();
  const enter = useEntering();
  const confirm = useMutation({ mutationFn: () => confirmRegistration(token), onSuccess: () => enter() });
  // A link that is being used, or was, leads nowhere any more.
  const registration = useQuery({ ...registrationQuery(token), enabled: confirm.isIdle || confirm.isError });
  if (registration.isPending) {
    return (
      <GateLayout title="Confirm your address">
        <Skeleton height={36} />
      </GateLayout>
    );
  }
  if (registration.isError) {
    return problemOf(registration.error).status === 404 ? (
      <GateLayout title="This link works no more" lead="It was used, is older than a day, or is incomplete. If you confirmed already, sign in.">
        <AnchorLink to="/sign-in">Sign in</AnchorLink>
      </GateLayout>
    ) : (
      <GateLayout title="Confirm your address">
        <ProblemNotice error={registration.error} retry={() => void registration.refetch()} />
      </GateLayout>
    );
  }
  const { organization, name, email } = registration.data;
  return (
    <GateLayout title={`Register ${organization}`} lead={`${name}, you confirm that ${email} is your address, and become the administrator of ${organization}.`}>
      <Stack>
        {confirm.isError && <ProblemNotice error={confirm.error} retry={() => confirm.mutate()} />}
        <Button size="md" fullWidth loading={confirm.isPending} onClick={() => confirm.mutate()}>
          Confirm
        </Button>
      </Stack>
    </GateLayout>
  );
}
