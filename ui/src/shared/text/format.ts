const count = new Intl.NumberFormat("en");
const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric" });
const month = new Intl.DateTimeFormat("en", { month: "long", year: "numeric" });
const minute = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hour12: false });
const ago = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

const BYTE_UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

export function formatCount(number: number): string {
  return count.format(number);
}

export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < BYTE_UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${BYTE_UNITS[unit]}`;
}

/** `3 datasets`, `1 dataset`, `1,000 people`. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${formatCount(number)} ${number === 1 ? one : many}`;
}

export function formatDay(instant: string): string {
  return day.format(new Date(instant));
}

/** A day without a time: `2026-11-22` reads the same in every time zone. */
export function formatDate(date: string): string {
  return day.format(new Date(`${date}T12:00`));
}

/** The month of a day, `2026-11-01`. */
export function formatMonth(date: string): string {
  return month.format(new Date(`${date}T12:00`));
}

/** How much for how long: `1.5 GiB h` is 128 MiB for twelve hours. */
export function formatByteHours(byteHours: number): string {
  return `${formatBytes(byteHours)} h`;
}

export function formatMinute(instant: string): string {
  return minute.format(new Date(instant));
}

/** Within a month in words (`3 hours ago`, `in 2 days`), else the date. */
export function formatAgo(instant: string, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  if (Math.abs(seconds) > 30 * 86_400) return formatDay(instant);
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return ago.format(Math.trunc(seconds / size), unit);
  }
  return "just now";
}

/** `PROJECT_MANAGER` reads as `project manager`. */
export function words(constant: string): string {
  return constant.toLowerCase().replaceAll("_", " ");
}

export function sentence(constant: string): string {
  const spoken = words(constant);
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

const TYPES: Record<string, string> = {
  BOX2D: "Boxes",
  BOX3D: "Boxes in space",
  POLYGON: "Polygons",
  MULTI_POLYGON: "Multiple polygons",
  SENTENCE: "Sentences",
  POLYLINE2D: "Polylines",
  MULTI_POLYLINE2D: "Multiple polylines",
  KEYPOINTS2D: "Keypoints",
  RLE: "Run-length masks",
};

/** What a label type is called on a page. */
export function typeName(type: string): string {
  return TYPES[type] ?? sentence(type);
}
