import { setTimeout as pause } from "node:timers/promises";

/** Tries until it holds, or fails with its last reason: for what no element of a page shows. */
export async function eventually(check, within = 15_000) {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    }
  }
}
