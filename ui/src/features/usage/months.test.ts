import { expect, test } from "vitest";
import { monthBefore, presentMonth } from "./months";

test("months follow each other over the year's end", () => {
  expect(monthBefore("2027-01")).toBe("2026-12");
  expect(monthBefore("2026-12", -1)).toBe("2027-01");
  expect(presentMonth(Date.UTC(2024, 1, 29, 23, 59))).toBe("2024-02");
});
