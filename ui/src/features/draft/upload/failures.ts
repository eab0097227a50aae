import type { Problem } from "@/api/problem";

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** The files themselves were refused: the others can go on. */
export function isOfTheContents({ status }: Problem): boolean {
  return status === 400 || status === 413 || status === 415 || status === 422;
}

/** Trying again by itself would not help: signed out, not allowed, gone, full. */
export function isFinal({ status }: Problem): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** The pause before the next try, in milliseconds: what the server asks for, else doubling up to half a minute. */
export function backOff(failures: number, retryAfter: number | null): number {
  return retryAfter !== null ? retryAfter * 1000 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
}
