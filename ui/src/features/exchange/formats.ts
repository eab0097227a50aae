import type { ExchangeFormat, YoloTask } from "@/api/types";

export const FORMATS: { value: ExchangeFormat; label: string; says: string }[] = [
  { value: "JSON_LINES", label: "Kontor JSON lines", says: "Carries everything: catalog, labels, metadata. A line for each item." },
  { value: "COCO", label: "COCO", says: "One JSON for all pictures: boxes, polygons, masks, keypoints, with their attributes." },
  { value: "YOLO", label: "YOLO", says: "A text for each picture, as Ultralytics reads it. About one type of labels at a time." },
  { value: "PASCAL_VOC", label: "Pascal VOC", says: "An XML for each picture. Boxes alone." },
];

export const TASKS: { value: YoloTask; label: string }[] = [
  { value: "DETECT", label: "Boxes" },
  { value: "SEGMENT", label: "Polygons" },
  { value: "POSE", label: "Keypoints" },
];

export const formatName = (format: ExchangeFormat) => FORMATS.find(({ value }) => value === format)?.label ?? format;
