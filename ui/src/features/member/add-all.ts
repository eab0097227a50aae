import { problemOf } from "@/api/problem";
import type { MemberOutcome, NewMembers } from "@/api/types";

/** As many as the server takes in one request. */
export const MOST = 1000;

/**
 * Sends a list of any length, a thousand addresses at a time. Every address has an outcome in the end: those of a
 * request that failed, and all after it, say that they were not sent.
 */
export async function addAll(
  { emails, ...rest }: NewMembers,
  send: (some: NewMembers) => Promise<{ outcomes: MemberOutcome[] }>,
  progress: (sent: number) => void = () => {},
): Promise<MemberOutcome[]> {
  const outcomes: MemberOutcome[] = [];
  for (let from = 0; from < emails.length; from += MOST) {
    try {
      outcomes.push(...(await send({ ...rest, emails: emails.slice(from, from + MOST) })).outcomes);
    } catch (error) {
      if (from === 0) throw error;
      const detail = `Not sent: ${problemOf(error).message}`;
      return [...outcomes, ...emails.slice(from).map((email) => ({ email, outcome: "REFUSED" as const, detail }))];
    }
    progress(Math.min(from + MOST, emails.length));
  }
  return outcomes;
}
