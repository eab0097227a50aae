import { Button, Group, PasswordInput, SimpleGrid, Skeleton, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AuthenticationInfo, Dataset } from "@/api/types";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { refreshAll, say, useAct } from "@/shared/use-act";
import { When } from "@/shared/When";
import { authenticationInfoKey, authenticationInfoQuery } from "./api/authentication-info";
import { removeAuthenticationInfo } from "./api/remove-authentication-info";
import { setAuthenticationInfo } from "./api/set-authentication-info";
import { placeOf } from "./place";

type Stored = NonNullable<AuthenticationInfo["info"]>;

/** From which bucket outside a dataset imports, and with which keys (T-10): for its dataset admins. */
export function BucketSettings({ dataset }: { dataset: Dataset }) {
  const found = useQuery(authenticationInfoQuery(dataset.id));
  if (found.isPending) return <Skeleton height={120} />;
  if (found.isError && !found.data) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />;
  const { info } = found.data;
  return (
    <Stack>
      {info && <StoredBucket dataset={dataset} info={info} />}
      <BucketForm dataset={dataset} info={info ?? null} />
    </Stack>
  );
}

function StoredBucket({ dataset, info }: { dataset: Dataset; info: Stored }) {
  const [opened, { open, close }] = useDisclosure();
  const remove = useAct(() => removeAuthenticationInfo(dataset.id), {
    says: "The keys are deleted.",
    refresh: [authenticationInfoKey(dataset.id)],
    done: close,
  });
  return (
    <Group justify="space-between">
      <div>
        <Text style={{ overflowWrap: "anywhere" }}>{placeOf(info)}</Text>
        <Text size="sm" c="dimmed">
          Keys stored <When at={info.storedAt} />; nobody can read them.
        </Text>
      </div>
      <Button variant="default" onClick={open}>
        Remove
      </Button>
      <ConfirmDialog title="Remove this bucket?" opened={opened} close={close} confirm={() => remove.mutate()} pending={remove.isPending} action="Remove">
        <Text>The keys are deleted, and an import that is running ends. Files that were imported stay.</Text>
      </ConfirmDialog>
    </Group>
  );
}

const given = (sentence: string) => (value: string) => (value.trim() === "" ? sentence : null);

const valuesOf = (info: Stored | null) => ({
  endpoint: info?.endpoint ?? "",
  region: info?.region ?? "us-east-1",
  bucket: info?.bucket ?? "",
  prefix: info?.prefix ?? "",
  pathStyle: info?.pathStyle ?? true,
  accessKey: "",
  secretKey: "",
});

function BucketForm({ dataset, info }: { dataset: Dataset; info: Stored | null }) {
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: valuesOf(info),
    validate: { bucket: given("Name the bucket."), accessKey: given("Enter the access key."), secretKey: given("Enter the secret key.") },
  });
  /** Without keys: those are written once, and shown to nobody. */
  const show = (values: ReturnType<typeof valuesOf>) => {
    const shown = { ...values, accessKey: "", secretKey: "" };
    form.setInitialValues(shown);
    form.setValues(shown);
    form.resetDirty(shown);
  };
  // What somebody else stored comes in by itself, but not under the hands of whoever is typing.
  const [taken, setTaken] = useState(info?.storedAt);
  if (taken !== info?.storedAt) {
    setTaken(info?.storedAt);
    if (!form.isDirty()) show(valuesOf(info));
  }
  const submit = useSubmit(
    form,
    ({ endpoint, ...rest }) => setAuthenticationInfo(dataset.id, { ...rest, endpoint: endpoint.trim() || undefined }),
    async () => {
      say("Saved: the bucket could be listed.");
      show(form.getValues());
      await refreshAll(queryClient, [authenticationInfoKey(dataset.id)]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit} autoComplete="off">
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="Endpoint" description="Of an S3-compatible store; empty for AWS." placeholder="https://s3.example.org" {...form.getInputProps("endpoint")} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label="Bucket" required {...form.getInputProps("bucket")} />
          <TextInput label="Region" required {...form.getInputProps("region")} />
        </SimpleGrid>
        <TextInput label="Prefix" description="Only objects whose names begin with it can be imported." {...form.getInputProps("prefix")} />
        <Switch label="The bucket stands in the path of addresses" {...form.getInputProps("pathStyle", { type: "checkbox" })} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label="Access key" required autoComplete="off" {...form.getInputProps("accessKey")} />
          <PasswordInput label="Secret key" required autoComplete="new-password" {...form.getInputProps("secretKey")} />
        </SimpleGrid>
        <Group>
          <Button type="submit" loading={submit.pending}>
            {info ? "Replace" : "Save"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
