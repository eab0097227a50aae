import { Button, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "@/features/session/api/me";
import { signOut } from "@/features/session/api/sign-out";
import { useAct } from "@/shared/use-act";

/** Told to whoever follows somebody else's invitation. */
export function OtherAddress({ email }: { email?: string | null }) {
  const me = useQuery(meQuery);
  const leave = useAct(() => signOut(), { refresh: [["me"], ["dataset-link"]] });
  return (
    <Stack gap="sm">
      <Text>
        This invitation is for {email}, but you are signed in as {me.data?.user.email ?? "somebody else"}. Sign out to go on with the invited address.
      </Text>
      <Button variant="default" onClick={() => leave.mutate()} loading={leave.isPending}>
        Sign out and go on
      </Button>
    </Stack>
  );
}
