import { expect, test } from "vitest";
import type { MemberOutcome, NewMembers } from "@/api/types";
import { addAll, MOST } from "@/features/member/add-all";

const people = (count: number) => Array.from({ length: count }, (_, n) => `p${n}@acme.test`);
const wanted = (count: number): NewMembers => ({ emails: people(count), roles: [] });
const added = ({ emails }: NewMembers) => ({ outcomes: emails.map((email): MemberOutcome => ({ email, outcome: "ADDED" })) });

test("a long list goes up in several requests, and keeps its order", async () => {
  const sizes: number[] = [];
  const progress: number[] = [];
  const outcomes = await addAll(
    wanted(2 * MOST + 5),
    async (some) => {
      sizes.push(some.emails.length);
      return added(some);
    },
    (sent) => progress.push(sent),
  );
  expect(sizes).toEqual([MOST, MOST, 5]);
  expect(progress).toEqual([MOST, 2 * MOST, 2 * MOST + 5]);
  expect(outcomes.map(({ email }) => email)).toEqual(people(2 * MOST + 5));
});

test("what was not sent says so, and what was keeps its outcome", async () => {
  let requests = 0;
  const outcomes = await addAll(wanted(MOST + 2), (some) => (requests++ === 0 ? Promise.resolve(added(some)) : Promise.reject(new Error("gone"))));
  expect(outcomes).toHaveLength(MOST + 2);
  expect(outcomes[MOST - 1]?.outcome).toBe("ADDED");
  expect(outcomes[MOST]).toMatchObject({ email: `p${MOST}@acme.test`, outcome: "REFUSED" });
});

test("a first request that fails is the form's failure", async () => {
  await expect(addAll(wanted(1), () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
});
