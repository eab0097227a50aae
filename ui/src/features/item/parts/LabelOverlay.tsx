import type { Catalog } from "@/api/types";
import type { Drawn } from "@/features/item/drawings";
import { boundsOf, namePlace, type Size, uprightPart } from "@/features/item/geometry";
import { colourOf } from "@/features/item/legend";

interface Props {
  drawings: Drawn[];
  stored: Size;
  orientation: number;
  catalog: Catalog;
  /** Picture pixels per screen pixel: lines and names keep their size while zooming. */
  perPixel: number;
}

const TEXT = 12;
const NAME_HEIGHT = 17;
const LETTER = 6.6;
const RADIUS = 4;
const ABSENT = 0;
const COVERED = 1;

/** Labels over a picture, each with its category's name, in colours with a dark rim that show on any ground. */
export function LabelOverlay({ drawings, stored, orientation, catalog, perPixel }: Props) {
  return (
    <g pointerEvents="none">
      {drawings.map((drawn, index) => {
        const { type, category, form } = drawn;
        const parts = drawn.parts.map((points) => uprightPart(points.filter(({ v }) => v !== ABSENT), stored, orientation));
        const colour = colourOf(drawn, catalog);
        return (
          <g key={index} data-type={type} data-category={category}>
            {form === "points" ? (
              <Dots points={parts.flat()} colour={colour} perPixel={perPixel} />
            ) : (
              <Outline path={parts.map((points) => pathOf(points, form === "area")).join(" ")} filled={form === "area"} colour={colour} />
            )}
            {category && parts.flat().length > 0 && <Name text={category} colour={colour} perPixel={perPixel} place={namePlace(boundsOf(parts.flat()), NAME_HEIGHT * perPixel)} />}
          </g>
        );
      })}
    </g>
  );
}

function pathOf(points: { x: number; y: number }[], closed: boolean): string {
  const steps = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`);
  return steps.join(" ") + (closed && points.length > 0 ? " Z" : "");
}

function Outline({ path, filled, colour }: { path: string; filled: boolean; colour: string }) {
  return (
    <>
      <path d={path} fill="none" stroke="#000" strokeOpacity={0.55} strokeWidth={4} strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
      <path
        d={path}
        fill={filled ? colour : "none"}
        fillOpacity={0.12}
        fillRule="evenodd"
        stroke={colour}
        strokeWidth={2}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </>
  );
}

/** Covered points are hollow. */
function Dots({ points, colour, perPixel }: { points: { x: number; y: number; v?: number }[]; colour: string; perPixel: number }) {
  return points.map(({ x, y, v }, index) => (
    <circle
      key={index}
      cx={x}
      cy={y}
      r={RADIUS * perPixel}
      fill={colour}
      fillOpacity={v === COVERED ? 0.1 : 1}
      stroke={v === COVERED ? colour : "#000"}
      strokeWidth={v === COVERED ? 2 : 1}
      vectorEffect="non-scaling-stroke"
    />
  ));
}

function Name({ text, colour, perPixel, place }: { text: string; colour: string; perPixel: number; place: { x: number; y: number } }) {
  return (
    <g transform={`translate(${place.x} ${place.y}) scale(${perPixel})`}>
      <rect width={text.length * LETTER + 10} height={NAME_HEIGHT} fill={colour} />
      <text x={5} y={12.5} fontSize={TEXT} fontWeight={600} fill="#16191a" textLength={text.length * LETTER} lengthAdjust="spacingAndGlyphs">
        {text}
      </text>
    </g>
  );
}
