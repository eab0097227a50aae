import type { Box } from "@/api/types";
import { categoryColour } from "@/features/item/category-colour";
import { boxOnPicture, namePlace, type Size } from "@/features/item/geometry";

interface Props {
  boxes: Box[];
  stored: Size;
  orientation: number;
  declared: string[];
  /** Picture pixels per screen pixel: lines and names keep their size while zooming. */
  perPixel: number;
}

const TEXT = 12;
const NAME_HEIGHT = 17;
const LETTER = 6.6;

/** Boxes over a picture, each with its category's name, in colours with a dark rim that show on any ground. */
export function BoxOverlay({ boxes, stored, orientation, declared, perPixel }: Props) {
  return (
    <g pointerEvents="none">
      {boxes.map((box, index) => {
        const { category = "" } = box;
        const rectangle = boxOnPicture(box.box2d, stored, orientation);
        const colour = categoryColour(category, declared);
        const place = namePlace(rectangle, NAME_HEIGHT * perPixel);
        return (
          <g key={index} data-category={category}>
            <rect {...rectangle} fill="none" stroke="#000" strokeOpacity={0.55} strokeWidth={4} vectorEffect="non-scaling-stroke" />
            <rect {...rectangle} fill={colour} fillOpacity={0.08} stroke={colour} strokeWidth={2} vectorEffect="non-scaling-stroke" />
            {category && (
              <g transform={`translate(${place.x} ${place.y}) scale(${perPixel})`}>
                <rect width={category.length * LETTER + 10} height={NAME_HEIGHT} fill={colour} />
                <text x={5} y={12.5} fontSize={TEXT} fontWeight={600} fill="#16191a" textLength={category.length * LETTER} lengthAdjust="spacingAndGlyphs">
                  {category}
                </text>
              </g>
            )}
          </g>
        );
      })}
    </g>
  );
}
