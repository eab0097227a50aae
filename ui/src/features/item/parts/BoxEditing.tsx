import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { boxBetween, cornersOf, dragSides, type Grip, gripsOf, moveBox } from "@/features/item/boxes";
import { boundsOf, type Size, storedPoint, uprightPart, uprightSize } from "@/features/item/geometry";
import { type Box, labelsOf } from "@/features/item/label-edits";
import type { ItemEdits } from "@/features/item/use-item-edits";
import classes from "./viewer.module.css";

interface Props {
  edits: ItemEdits;
  stored: Size;
  orientation: number;
  perPixel: number;
  drawing: boolean;
  drawn: (box: Box | null) => void;
}

const TYPE = "BOX2D";
const STEPS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LEAST = 2;

/** Boxes on the picture that are drawn, moved and sized by pointer and keys, in whole pixels of the stored picture. */
export function BoxEditing({ edits, stored, orientation, perPixel, drawing, drawn }: Props) {
  const boxes = labelsOf(edits.labels, TYPE).map(({ box2d }) => box2d as Box);
  const selected = edits.selected?.type === TYPE ? edits.selected.index : -1;
  const change = (index: number, box2d: Box) => {
    const label = labelsOf(edits.labels, TYPE)[index];
    if (label) edits.change({ type: TYPE, index }, { ...label, box2d });
  };
  const place = (box: Box) => boundsOf(uprightPart(cornersOf(box), stored, orientation));
  const order = useOrder(boxes, `${edits.taken}/${boxes.length}`);
  const current = boxes[selected];
  const drag = useDrag(stored, orientation);
  return (
    <g>
      {order.map((index) => {
        const box = boxes[index];
        if (!box) return null;
        const category = labelsOf(edits.labels, TYPE)[index]?.category;
        return (
          <rect
            key={index}
            {...place(box)}
            className={classes.boxBody}
            data-selected={index === selected || undefined}
            role="button"
            tabIndex={0}
            aria-pressed={index === selected}
            aria-label={`Box ${index + 1}${category ? `, ${category}` : ""}: ${box.xmin}, ${box.ymin} to ${box.xmax}, ${box.ymax}`}
            onFocus={() => edits.select({ type: TYPE, index })}
            onKeyDown={(event) => byKey(event, box, { stored, orientation, change: (next) => change(index, next), remove: () => edits.remove({ type: TYPE, index }) })}
            {...drag((from, to) => change(index, moveBox(box, to.x - from.x, to.y - from.y, stored)))}
          />
        );
      })}
      {current &&
        gripsOf(current).map((grip, index) => (
          <GripHandle
            key={index}
            at={uprightPart([grip.at], stored, orientation)[0] ?? grip.at}
            perPixel={perPixel}
            handlers={drag((_from, to) => change(selected, dragSides(current, sidesOf(grip), to, stored)))}
          />
        ))}
      {drawing && <Sheet stored={stored} orientation={orientation} drawn={drawn} />}
    </g>
  );
}

/**
 * Small ones lie on large ones, or nobody could take hold of them. The order stays while boxes change their size: what is
 * moved on the page loses the pointer and the keys.
 */
function useOrder(boxes: Box[], epoch: string): number[] {
  const kept = useRef({ epoch: "", order: [] as number[] });
  if (kept.current.epoch !== epoch) {
    const order = boxes.map((_, index) => index).sort((one, other) => areaOf(boxes[other]) - areaOf(boxes[one]));
    kept.current = { epoch, order };
  }
  return kept.current.order;
}

function sidesOf({ x, y }: Grip) {
  return { x, y };
}

const areaOf = (box: Box | undefined) => (box ? (box.xmax - box.xmin) * (box.ymax - box.ymin) : 0);

function GripHandle({ at, perPixel, handlers }: { at: { x: number; y: number }; perPixel: number; handlers: object }) {
  const size = 10 * perPixel;
  return <rect x={at.x - size / 2} y={at.y - size / 2} width={size} height={size} className={classes.grip} vectorEffect="non-scaling-stroke" {...handlers} />;
}

interface ByKey {
  stored: Size;
  orientation: number;
  change: (box: Box) => void;
  remove: () => void;
}

function byKey(event: KeyboardEvent, box: Box, { stored, orientation, change, remove }: ByKey): void {
  const step = STEPS[event.key];
  if (event.key === "Delete" || event.key === "Backspace") remove();
  else if (!step || event.altKey || event.metaKey) return;
  else {
    const pixels = event.shiftKey ? 10 : 1;
    const [from, to] = [storedPoint({ x: 0, y: 0 }, stored, orientation), storedPoint({ x: step[0] * pixels, y: step[1] * pixels }, stored, orientation)];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    change(event.ctrlKey ? dragSides(box, { x: "xmax", y: "ymax" }, { x: box.xmax + dx, y: box.ymax + dy }, stored) : moveBox(box, dx, dy, stored));
  }
  event.preventDefault();
  // the arrow keys lead to the neighbours elsewhere
  event.stopPropagation();
}

type Point = { x: number; y: number };

/** Where a pointer is on the stored picture. */
function pointOf(event: PointerEvent<SVGElement>, stored: Size, orientation: number): Point {
  const matrix = event.currentTarget.ownerSVGElement?.getScreenCTM();
  if (!matrix) return { x: 0, y: 0 };
  return storedPoint(new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()), stored, orientation);
}

/** Handlers of what is dragged: told where it began and where the pointer is, in pixels of the stored picture. */
function useDrag(stored: Size, orientation: number) {
  const [held, hold] = useState<{ from: Point; move: (from: Point, to: Point) => void } | null>(null);
  return (move: (from: Point, to: Point) => void) => ({
    onPointerDown: (event: PointerEvent<SVGElement>) => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      // as it was when it was taken hold of: every step is reckoned from there
      hold({ from: pointOf(event, stored, orientation), move });
    },
    onPointerMove: (event: PointerEvent<SVGElement>) => held?.move(held.from, pointOf(event, stored, orientation)),
    onPointerUp: () => hold(null),
    onPointerCancel: () => hold(null),
  });
}

/** Lies over everything while a box is drawn. */
function Sheet({ stored, orientation, drawn }: { stored: Size; orientation: number; drawn: (box: Box | null) => void }) {
  const [from, begin] = useState<Point | null>(null);
  const [box, setBox] = useState<Box | null>(null);
  const picture = uprightSize(stored, orientation);
  return (
    <>
      {box && <rect {...boundsOf(uprightPart(cornersOf(box), stored, orientation))} className={classes.boxDrawn} vectorEffect="non-scaling-stroke" />}
      <rect
        {...picture}
        className={classes.sheet}
        onPointerDown={(event) => {
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          begin(pointOf(event, stored, orientation));
        }}
        onPointerMove={(event) => from && setBox(boxBetween(from, pointOf(event, stored, orientation), stored))}
        onPointerUp={() => drawn(box && box.xmax - box.xmin >= LEAST && box.ymax - box.ymin >= LEAST ? box : null)}
        onPointerCancel={() => drawn(null)}
      />
    </>
  );
}
