import { ActionIcon } from "@mantine/core";
import { useElementSize, useWindowEvent } from "@mantine/hooks";
import { IconMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import { type PointerEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Catalog } from "@/api/types";
import type { Drawn } from "@/features/item/drawings";
import { moved, type Rectangle, type Size, unit, uprightMatrix, uprightSize, zoomed } from "@/features/item/geometry";
import { plural } from "@/shared/text/format";
import { LabelOverlay } from "./LabelOverlay";
import classes from "./viewer.module.css";

interface Props {
  address: string;
  width: number;
  height: number;
  orientation: number;
  drawings: Drawn[];
  catalog: Catalog;
  /** Lies over the labels: what is edited there, and how many picture pixels a screen pixel is. */
  over?: (stored: Size, orientation: number, perPixel: number) => ReactNode;
}

const STEP = 1.25;
const COARSE = 0.3;

/** The picture and its labels in one drawing: wheel and keys zoom, dragging moves. */
export function PictureCanvas({ address, width, height, orientation, drawings, catalog, over }: Props) {
  const stored = { width, height };
  const picture = uprightSize(stored, orientation);
  const whole: Rectangle = { x: 0, y: 0, ...picture };
  const [view, setView] = useState(whole);
  const { ref, width: w, height: h } = useElementSize();
  const svg = useRef<SVGSVGElement>(null);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const perPixel = unit(view, { width: w, height: h });
  const percent = Math.round(100 / perPixel);

  const zoom = useCallback(
    (factor: number, at?: { x: number; y: number }) =>
      setView((before) =>
        zoomed(before, { width: picture.width, height: picture.height }, factor, at ?? { x: before.x + before.width / 2, y: before.y + before.height / 2 }),
      ),
    [picture.width, picture.height],
  );
  useWheel(svg, zoom);
  useWindowEvent("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "+" || event.key === "=") zoom(STEP);
    if (event.key === "-") zoom(1 / STEP);
    if (event.key === "0") setView(whole);
  });

  const move = (event: PointerEvent) => {
    if (!drag.current) return;
    const dx = (drag.current.x - event.clientX) * perPixel;
    const dy = (drag.current.y - event.clientY) * perPixel;
    drag.current = { x: event.clientX, y: event.clientY };
    setView((before) => moved(before, picture, dx, dy));
  };

  return (
    <div ref={ref} className={classes.window}>
      <svg
        ref={svg}
        className={classes.canvas}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        role={over ? "group" : "img"}
        aria-label={`Picture with ${plural(drawings.length, "drawn label", "drawn labels")}`}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={move}
        onPointerUp={() => (drag.current = null)}
        onPointerCancel={() => (drag.current = null)}
        onDoubleClick={() => setView(whole)}
      >
        <g transform={uprightMatrix(stored, orientation)}>
          <image
            href={address}
            width={width}
            height={height}
            style={{ imageOrientation: "none", imageRendering: perPixel < COARSE ? "pixelated" : undefined }}
          />
        </g>
        <LabelOverlay drawings={drawings} stored={stored} orientation={orientation} catalog={catalog} perPixel={perPixel} />
        {over?.(stored, orientation, perPixel)}
      </svg>
      <div className={classes.tools} role="group" aria-label="Zoom">
        <ActionIcon variant="subtle" color="gray" aria-label="Zoom out" onClick={() => zoom(1 / STEP)}>
          <IconMinus size={16} />
        </ActionIcon>
        <span className={classes.percent}>{w > 0 ? `${percent} %` : ""}</span>
        <ActionIcon variant="subtle" color="gray" aria-label="Zoom in" onClick={() => zoom(STEP)}>
          <IconPlus size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label="Fit to window" onClick={() => setView(whole)}>
          <IconMaximize size={16} />
        </ActionIcon>
      </div>
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** React listens to the wheel passively; zooming has to keep the page from scrolling. */
function useWheel(svg: React.RefObject<SVGSVGElement | null>, zoom: (factor: number, at: { x: number; y: number }) => void) {
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const matrix = element.getScreenCTM();
      if (!matrix) return;
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      zoom(Math.exp(-event.deltaY * 0.0015), at);
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [svg, zoom]);
}
