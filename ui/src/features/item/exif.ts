const JPEG = 0xffd8;
const APP1 = 0xffe1;
const START_OF_SCAN = 0xffda;
const EXIF = 0x45786966;
const ORIENTATION = 0x0112;

/** The EXIF orientation (1 to 8) of a JPEG file's beginning; 1, upright, for everything else. */
export function orientationOf(bytes: ArrayBuffer): number {
  const view = new DataView(bytes);
  try {
    if (view.getUint16(0) !== JPEG) return 1;
    for (let at = 2; at + 4 < view.byteLength; ) {
      const marker = view.getUint16(at);
      if (marker === START_OF_SCAN || (marker & 0xff00) !== 0xff00) return 1;
      if (marker === APP1 && view.getUint32(at + 4) === EXIF) return ofTiff(view, at + 10);
      at += 2 + view.getUint16(at + 2);
    }
  } catch {
    // Cut short or damaged: shown as it is stored.
  }
  return 1;
}

function ofTiff(view: DataView, start: number): number {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (view.getUint16(entry, little) === ORIENTATION) {
      const value = view.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}
