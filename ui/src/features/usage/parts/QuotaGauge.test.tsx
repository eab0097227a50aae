import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "@/test/show";
import { QuotaGauge } from "./QuotaGauge";

const GIB = 1024 ** 3;

test.each([
  [0, "Storage: 0 % used"],
  [1, "Storage: under 1 % used"],
  [9.99 * GIB, "Storage: 99 % used"],
  [10 * GIB, "Storage: 100 % used"],
  [12 * GIB, "Storage: 120 % used"],
])("%d bytes of 10 GiB read %s", (used, says) => {
  show(<QuotaGauge quota={{ quota: "STORAGE", used, limit: 10 * GIB }} />);
  expect(screen.getByLabelText(says)).toBeInTheDocument();
});

test("inferred files are counted, not weighed", () => {
  show(<QuotaGauge quota={{ quota: "INFERENCE", used: 1500, limit: 100_000 }} />);
  expect(screen.getByText("1,500 of 100,000 · 1 %")).toBeInTheDocument();
});
