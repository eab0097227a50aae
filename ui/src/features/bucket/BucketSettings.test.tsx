import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { AuthenticationInfo, Dataset } from "@/api/types";
import { authenticationInfoQuery } from "./api/authentication-info";
import { BucketSettings } from "./BucketSettings";

const stored = (bucket: string, storedAt: string) =>
  ({ info: { endpoint: "https://s3.example.org", region: "eu", bucket, prefix: "", pathStyle: true, storedAt } }) as unknown as AuthenticationInfo;

function shown(bucket: string) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const { queryKey } = authenticationInfoQuery("d");
  queryClient.setQueryData(queryKey, stored(bucket, "2026-01-01T00:00:00Z"));
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider>
        <BucketSettings dataset={{ id: "d" } as Dataset} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  return async (next: string) => {
    act(() => void queryClient.setQueryData(queryKey, stored(next, "2026-01-02T00:00:00Z")));
    await screen.findByText(new RegExp(`${next} at`));
  };
}

const field = () => screen.getByRole("textbox", { name: /^Bucket/ });

describe("the form of a bucket", () => {
  it("takes what somebody else stored", async () => {
    const stores = shown("one");
    await stores("two");
    expect(field()).toHaveProperty("value", "two");
  });

  it("leaves what is being typed", async () => {
    const stores = shown("one");
    await userEvent.type(field(), "-mine");
    await stores("two");
    expect(field()).toHaveProperty("value", "one-mine");
  });
});
