/** The calendar month in UTC, `2026-11`. */
export const presentMonth = (now = Date.now()): string => new Date(now).toISOString().slice(0, 7);

/** So many months earlier. */
export function monthBefore(month: string, count = 1): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7);
}
