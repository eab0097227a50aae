import { expect, test } from "vitest";
import { standing } from "./standing";

const now = Date.parse("2026-05-01T12:00:00Z");
const in_ = (days: number) => new Date(now + days * 86_400_000).toISOString();

test.each([
  ["TRIAL", in_(20), null, "quiet", "trial ends on"],
  ["TRIAL", in_(6.9), null, "warn", "trial ends on"],
  ["TRIAL", in_(7.1), null, "quiet", "trial ends on"],
  ["ENTERPRISE", null, null, "quiet", "Enterprise plan"],
  ["DEACTIVATED", in_(-1), in_(29), "danger", "trial has ended"],
  ["DELETION_SCHEDULED", null, in_(29), "danger", "to be deleted on"],
  ["PURGED", in_(-40), null, "warn", "was purged"],
])("%s until %s or %s is %s", (state, trialEndsAt, purgeAt, tone, title) => {
  const said = standing({ state, trialEndsAt, purgeAt }, now);
  expect(said.tone).toBe(tone);
  expect(said.title).toContain(title);
});

test("says until when things can be had", () => {
  expect(standing({ state: "DEACTIVATED", trialEndsAt: null, purgeAt: in_(29) }, now).text).toContain("2026");
});
