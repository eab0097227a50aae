import type { Labels } from "@/api/types";

export interface Point {
  x: number;
  y: number;
  /** Of keypoints: 0 not in the picture, 1 covered, 2 visible. */
  v?: number;
}

/** A label that can be drawn on a picture, in pixels of the stored one. */
export interface Drawn {
  type: string;
  category: string;
  form: "area" | "line" | "points";
  parts: Point[][];
}

const FORMS: Record<string, { form: Drawn["form"]; parts: (label: Label) => Point[][] }> = {
  BOX2D: { form: "area", parts: ({ box2d: { xmin, ymin, xmax, ymax } }) => [[{ x: xmin, y: ymin }, { x: xmax, y: ymin }, { x: xmax, y: ymax }, { x: xmin, y: ymax }]] },
  POLYGON: { form: "area", parts: ({ polygon }) => [polygon] },
  MULTI_POLYGON: { form: "area", parts: ({ multiPolygon }) => multiPolygon },
  POLYLINE2D: { form: "line", parts: ({ polyline2d }) => [polyline2d] },
  MULTI_POLYLINE2D: { form: "line", parts: ({ multiPolyline2d }) => multiPolyline2d },
  KEYPOINTS2D: { form: "points", parts: ({ keypoints2d }) => [keypoints2d] },
};

/** Any label: the server holds each type to its own fields. */
interface Label {
  category?: string;
  box2d: { xmin: number; ymin: number; xmax: number; ymax: number };
  polygon: Point[];
  multiPolygon: Point[][];
  polyline2d: Point[];
  multiPolyline2d: Point[][];
  keypoints2d: Point[];
}

/** The labels of an item that are drawn on its picture. */
export function drawingsOf(labels: Labels | null | undefined): Drawn[] {
  return Object.entries(FORMS).flatMap(([type, { form, parts }]) =>
    ((labels?.[type] ?? []) as Label[]).map((label) => ({ type, category: label.category ?? "", form, parts: parts(label) })),
  );
}

/** The types that have no drawing: they stand as text or as what was stored. */
export function undrawn(labels: Labels | null | undefined): [string, unknown][] {
  return Object.entries(labels ?? {}).filter(([type]) => !(type in FORMS) && type !== "CLASSIFICATION" && type !== "SENTENCE");
}
