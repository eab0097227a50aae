import type { Size } from "./geometry";
import type { Box } from "./label-edits";

/** Which sides of a box follow the pointer; a side that is not named stays. */
export interface Sides {
  x?: "xmin" | "xmax";
  y?: "ymin" | "ymax";
}

export interface Grip extends Sides {
  at: { x: number; y: number };
}

/** The corners and the middles of the sides, in pixels of the stored picture. */
export function gripsOf({ xmin, ymin, xmax, ymax }: Box): Grip[] {
  const xs: [Sides["x"], number][] = [["xmin", xmin], [undefined, (xmin + xmax) / 2], ["xmax", xmax]];
  const ys: [Sides["y"], number][] = [["ymin", ymin], [undefined, (ymin + ymax) / 2], ["ymax", ymax]];
  return xs.flatMap(([x, atX]) => ys.filter(([y]) => x !== undefined || y !== undefined).map(([y, atY]) => ({ x, y, at: { x: atX, y: atY } })));
}

/** Moved by whole pixels, as a whole, and not out of the picture. */
export function moveBox(box: Box, dx: number, dy: number, { width, height }: Size): Box {
  const x = between(Math.round(dx), -Math.max(0, Math.floor(box.xmin)), Math.max(0, Math.floor(width - box.xmax)));
  const y = between(Math.round(dy), -Math.max(0, Math.floor(box.ymin)), Math.max(0, Math.floor(height - box.ymax)));
  return { xmin: box.xmin + x, ymin: box.ymin + y, xmax: box.xmax + x, ymax: box.ymax + y };
}

/** The named sides go to a whole pixel; a side that is pulled over its opposite takes its part. */
export function dragSides(box: Box, { x, y }: Sides, to: { x: number; y: number }, { width, height }: Size): Box {
  const next = { ...box };
  if (x) next[x] = between(Math.round(to.x), 0, width);
  if (y) next[y] = between(Math.round(to.y), 0, height);
  return {
    xmin: Math.min(next.xmin, next.xmax),
    xmax: Math.max(next.xmin, next.xmax),
    ymin: Math.min(next.ymin, next.ymax),
    ymax: Math.max(next.ymin, next.ymax),
  };
}

/** The box between two points, in whole pixels. */
export function boxBetween(from: { x: number; y: number }, to: { x: number; y: number }, { width, height }: Size): Box {
  const [xmin = 0, xmax = 0] = [from.x, to.x].map((x) => between(Math.round(x), 0, width)).sort((one, other) => one - other);
  const [ymin = 0, ymax = 0] = [from.y, to.y].map((y) => between(Math.round(y), 0, height)).sort((one, other) => one - other);
  return { xmin, ymin, xmax, ymax };
}

/** The middle third of a picture, for a box that is added by keys. */
export function middleBox({ width, height }: Size): Box {
  return { xmin: Math.round(width / 3), ymin: Math.round(height / 3), xmax: Math.round((2 * width) / 3), ymax: Math.round((2 * height) / 3) };
}

export function cornersOf({ xmin, ymin, xmax, ymax }: Box) {
  return [{ x: xmin, y: ymin }, { x: xmax, y: ymax }];
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
