import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Quota, Workspace } from "@/api/types";
import { show } from "@/test/show";
import { QuotaFull } from "./QuotaFull";

const owner = { id: "1", name: "Olga", organization: null } as Workspace["owner"];
const inferred = (used: number): Quota => ({ quota: "INFERENCE", used, limit: 1000 });

test("on trial the larger plan is a way, and who can take it", () => {
  show(<QuotaFull quotas={[inferred(1000)]} workspace={{ plan: "TRIAL", owner }} supportAddress="help@example.org" />);
  expect(screen.getByRole("alert")).toHaveTextContent("The Enterprise plan has larger quotas");
  expect(screen.getByRole("alert")).toHaveTextContent("The workspace owner, Olga, switches to it");
});

test("on Enterprise nobody is told of a larger plan, but whom to ask", () => {
  show(<QuotaFull quotas={[inferred(1000)]} workspace={{ plan: "ENTERPRISE", owner }} supportAddress="help@example.org" />);
  expect(screen.getByRole("alert")).toHaveTextContent("There is no larger plan: whoever operates this server sets its quotas. Write to help@example.org.");
  expect(screen.getByRole("alert")).not.toHaveTextContent("Storage:");
});

test("without a support address nobody is named", () => {
  show(<QuotaFull quotas={[{ quota: "STORAGE", used: 12, limit: 10 }, inferred(1)]} workspace={{ plan: "ENTERPRISE", owner }} />);
  expect(screen.getByRole("alert")).toHaveTextContent("sets its quotas.");
  expect(screen.getByRole("alert")).not.toHaveTextContent("Inferred files:");
});

test("as long as there is room, nothing is said", () => {
  show(<QuotaFull quotas={[inferred(999)]} workspace={{ plan: "TRIAL", owner }} />);
  expect(screen.queryByRole("alert")).toBeNull();
});
