/** Who is to be added and who not, as far as it differs from what is proposed. */
export interface Ticks {
  /** Unticked ones. */
  except: string[];
  /** Ticked ones who were removed once. */
  former: string[];
}

export const NOBODY: Ticks = { except: [], former: [] };

interface Candidate {
  user: { id: string };
  former: boolean;
}

export const isTicked = ({ user, former }: Candidate, ticks: Ticks) => (former ? ticks.former.includes(user.id) : !ticks.except.includes(user.id));

export function toggle({ user: { id }, former }: Candidate, ticks: Ticks): Ticks {
  const turned = (ids: string[]) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  return former ? { ...ticks, former: turned(ticks.former) } : { ...ticks, except: turned(ticks.except) };
}

/** How many that makes, of people of whom some were removed once. */
export const countTicked = ({ people, former }: { people: number; former: number }, ticks: Ticks) =>
  people - former - ticks.except.length + ticks.former.length;
