export interface Size {
  width: number;
  height: number;
}

export interface Rectangle extends Size {
  x: number;
  y: number;
}

/** The size of a stored picture once it stands upright. */
export function uprightSize({ width, height }: Size, orientation: number): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** The SVG matrix that turns a stored picture upright, by EXIF orientation. */
export function uprightMatrix({ width: w, height: h }: Size, orientation: number): string {
  switch (orientation) {
    case 2:
      return `matrix(-1 0 0 1 ${w} 0)`;
    case 3:
      return `matrix(-1 0 0 -1 ${w} ${h})`;
    case 4:
      return `matrix(1 0 0 -1 0 ${h})`;
    case 5:
      return "matrix(0 1 1 0 0 0)";
    case 6:
      return `matrix(0 1 -1 0 ${h} 0)`;
    case 7:
      return `matrix(0 -1 -1 0 ${h} ${w})`;
    case 8:
      return `matrix(0 -1 1 0 0 ${w})`;
    default:
      return "matrix(1 0 0 1 0 0)";
  }
}

function uprightPoint(x: number, y: number, { width: w, height: h }: Size, orientation: number): [number, number] {
  switch (orientation) {
    case 2:
      return [w - x, y];
    case 3:
      return [w - x, h - y];
    case 4:
      return [x, h - y];
    case 5:
      return [y, x];
    case 6:
      return [h - y, x];
    case 7:
      return [h - y, w - x];
    case 8:
      return [y, w - x];
    default:
      return [x, y];
  }
}

/** Where a point of the upright picture is on the stored one. */
export function storedPoint({ x, y }: { x: number; y: number }, { width: w, height: h }: Size, orientation = 1): { x: number; y: number } {
  switch (orientation) {
    case 6:
      return { x: y, y: h - x };
    case 7:
      return { x: w - y, y: h - x };
    case 8:
      return { x: w - y, y: x };
    default: {
      // these turn back by themselves
      const [storedX, storedY] = uprightPoint(x, y, { width: w, height: h }, orientation);
      return { x: storedX, y: storedY };
    }
  }
}

/** Points in pixels of the stored picture, on the upright one, cut at its edges. */
export function uprightPart<P extends { x: number; y: number }>(points: P[], stored: Size, orientation = 1): P[] {
  const upright = uprightSize(stored, orientation);
  return points.map((point) => {
    const [x, y] = uprightPoint(point.x, point.y, stored, orientation);
    return { ...point, x: within(x, upright.width), y: within(y, upright.height) };
  });
}

/** The smallest rectangle around points. */
export function boundsOf(points: { x: number; y: number }[]): Rectangle {
  const x = Math.min(...points.map((point) => point.x));
  const y = Math.min(...points.map((point) => point.y));
  return { x, y, width: Math.max(...points.map((point) => point.x)) - x, height: Math.max(...points.map((point) => point.y)) - y };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** How many picture pixels one screen pixel is, where the whole view fits into the window. */
export function unit(view: Rectangle, window: Size): number {
  if (window.width === 0 || window.height === 0) return 1;
  return Math.max(view.width / window.width, view.height / window.height);
}

/** Nearer (factor above 1) or farther, keeping the given picture point where it is on the screen. */
export function zoomed(view: Rectangle, picture: Size, factor: number, at: { x: number; y: number }): Rectangle {
  const least = Math.min(picture.width, picture.height) / 64;
  const wanted = view.width / factor;
  const width = Math.min(Math.max(wanted, Math.min(least, picture.width)), picture.width);
  const scale = width / view.width;
  return inside(
    { x: at.x - (at.x - view.x) * scale, y: at.y - (at.y - view.y) * scale, width, height: view.height * scale },
    picture,
  );
}

export function moved(view: Rectangle, picture: Size, dx: number, dy: number): Rectangle {
  return inside({ ...view, x: view.x + dx, y: view.y + dy }, picture);
}

/** The view never leaves the picture. */
function inside(view: Rectangle, { width, height }: Size): Rectangle {
  return {
    ...view,
    x: Math.min(Math.max(view.x, 0), Math.max(0, width - view.width)),
    y: Math.min(Math.max(view.y, 0), Math.max(0, height - view.height)),
  };
}

/** Where a box's name goes: above it, or inside where there is no room above. */
export function namePlace(box: Rectangle, height: number): { x: number; y: number } {
  return { x: box.x, y: box.y >= height ? box.y - height : box.y };
}
