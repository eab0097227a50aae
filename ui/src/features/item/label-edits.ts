import type { Labels } from "@/api/types";

/** One label as it is stored; the server holds each type to its own fields. */
export interface LabelBody {
  category?: string;
  attributes?: Record<string, unknown>;
  instance?: string;
  [field: string]: unknown;
}

export interface Box {
  xmin: number;
  ymin: number;
  xmax: number;
  ymax: number;
}

/** Which label of an item. */
export interface LabelPlace {
  type: string;
  index: number;
}

/** Where a label has its geometry, text or meaning. */
const FIELDS: Record<string, string> = {
  BOX2D: "box2d",
  BOX3D: "box3d",
  POLYGON: "polygon",
  MULTI_POLYGON: "multiPolygon",
  RLE: "rle",
  POLYLINE2D: "polyline2d",
  MULTI_POLYLINE2D: "multiPolyline2d",
  KEYPOINTS2D: "keypoints2d",
  SENTENCE: "sentence",
  SEMANTIC_MASK: "info",
  INSTANCE_MASK: "info",
  PANOPTIC_MASK: "info",
};

/** What a label that is added begins with. */
const FRESH: Record<string, unknown> = {
  BOX3D: { translation: { x: 0, y: 0, z: 0 }, rotation: { w: 1, x: 0, y: 0, z: 0 }, size: { x: 1, y: 1, z: 1 } },
  POLYGON: [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }],
  MULTI_POLYGON: [[{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }]],
  POLYLINE2D: [{ x: 0, y: 0 }, { x: 10, y: 10 }],
  MULTI_POLYLINE2D: [[{ x: 0, y: 0 }, { x: 10, y: 10 }]],
  KEYPOINTS2D: [{ x: 0, y: 0, v: 2 }],
  SENTENCE: [{ text: "" }],
};

export const LABEL_TYPES = ["CLASSIFICATION", ...Object.keys(FIELDS)];

export function fieldOf(type: string): string | undefined {
  return FIELDS[type];
}

export function isMask(type: string): boolean {
  return type.endsWith("_MASK");
}

/** An item has one label of such a type, not a list. */
export function isSingle(type: string): boolean {
  return type === "CLASSIFICATION" || isMask(type);
}

export function labelsOf(labels: Labels, type: string): LabelBody[] {
  const value = labels[type];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as LabelBody[]) : [value as LabelBody];
}

/** The same labels with another one at that place; behind the last one it is added. */
export function withLabel(labels: Labels, { type, index }: LabelPlace, body: LabelBody): Labels {
  if (isSingle(type)) return { ...labels, [type]: body };
  const all = [...labelsOf(labels, type)];
  all[index] = body;
  return { ...labels, [type]: all };
}

/** A type of which nothing is left goes, too. */
export function withoutLabel(labels: Labels, { type, index }: LabelPlace): Labels {
  const left = labelsOf(labels, type).filter((_, at) => at !== index);
  const { [type]: _gone, ...others } = labels;
  return left.length === 0 ? (others as Labels) : { ...labels, [type]: left };
}

/** A label to begin with. */
export function freshLabel(type: string, box: Box): LabelBody {
  const field = fieldOf(type);
  if (!field) return {};
  return { [field]: type === "BOX2D" ? box : (FRESH[type] ?? []) };
}

/** The label without a field that was emptied. */
export function withField(body: LabelBody, field: string, value: unknown): LabelBody {
  const { [field]: _before, ...others } = body;
  return value === undefined || value === "" ? others : { ...others, [field]: value };
}

export function withAttribute(body: LabelBody, name: string, value: unknown): LabelBody {
  const attributes = withField((body.attributes ?? {}) as LabelBody, name, value);
  return withField(body, "attributes", Object.keys(attributes).length > 0 ? attributes : undefined);
}

/** `labels.POLYGON[2].polygon[0].x`: the label that the server refused. */
export function placeOf(field: string | undefined): LabelPlace | null {
  const [, type, index] = /^labels\.([A-Z0-9_]+)(?:\[(\d+)\])?/.exec(field ?? "") ?? [];
  return type ? { type, index: Number(index ?? 0) } : null;
}
