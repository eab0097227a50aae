import { expect, test } from "vitest";
import { countTicked, isTicked, NOBODY, toggle } from "@/features/member/ticks";

const carla = { user: { id: "carla" }, former: false };
const rex = { user: { id: "rex" }, former: true };

test("everybody is proposed but those who were removed once", () => {
  expect(isTicked(carla, NOBODY)).toBe(true);
  expect(isTicked(rex, NOBODY)).toBe(false);
  expect(countTicked({ people: 5, former: 2 }, NOBODY)).toBe(3);
});

test("ticking and unticking changes the count, and back again", () => {
  const changed = toggle(rex, toggle(carla, NOBODY));
  expect(changed).toEqual({ except: ["carla"], former: ["rex"] });
  expect(isTicked(carla, changed)).toBe(false);
  expect(isTicked(rex, changed)).toBe(true);
  expect(countTicked({ people: 5, former: 2 }, changed)).toBe(3);
  expect(toggle(carla, toggle(rex, changed))).toEqual(NOBODY);
});
