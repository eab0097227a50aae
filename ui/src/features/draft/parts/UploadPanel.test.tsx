import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Problem } from "@/api/problem";
import { show } from "@/test/show";
import type { Progress, UploadQueue } from "../upload/upload-queue";
import { UploadPanel } from "./UploadPanel";

const queue = { pause: vi.fn(), resume: vi.fn(), cancel: vi.fn() };
const progress: Progress = {
  phase: "running", files: 10, staged: 4, unchanged: 1, refused: [], bytes: 1000, sentBytes: 500, retryAt: null, problem: null,
};
const panel = (patch: Partial<Progress>) =>
  show(<UploadPanel queue={queue as unknown as UploadQueue} progress={{ ...progress, ...patch }} />);

test("says how far it is and can be paused", async () => {
  panel({});
  expect(screen.getByText(/5 of 10 files/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Pause" }));
  expect(queue.pause).toHaveBeenCalled();
});

test("after a broken connection it says when it tries again, and tries at once when asked", async () => {
  panel({ phase: "broken", retryAt: Date.now() + 4_500, problem: Problem.unreachable() });
  expect(screen.getByText(/Trying again in 5 s/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Try now" }));
  expect(queue.resume).toHaveBeenCalled();
});

test("a refusal of everything is said with its reason", () => {
  panel({ phase: "stopped", problem: new Problem(409, { detail: "The storage is full." }) });
  expect(screen.getByRole("alert")).toHaveTextContent("The storage is full.");
});

test("refused files are named", () => {
  panel({ phase: "finished", refused: [{ path: "a/bad.exe", reason: "Not allowed." }] });
  expect(screen.getByText("1 file was refused")).toBeInTheDocument();
  expect(screen.getByText("a/bad.exe")).toBeInTheDocument();
});

test("nothing is shown before anything was dropped", () => {
  panel({ files: 0, phase: "finished" });
  expect(screen.queryByLabelText("Upload")).not.toBeInTheDocument();
});
