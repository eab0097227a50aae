import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { theBrowser } from "./stage.js";

/**
 * Draws street scenes and has the browser write them as PNG or JPEG files, so that what is uploaded are pictures as
 * tools write them. Each comes with the boxes of the cars that were drawn.
 *
 * @param wanted `[{ path: "north/a.jpg", width, height, cars }]`; every seed gives another scene
 */
export async function pictures(wanted) {
  const page = await (await theBrowser()).newPage();
  const drawn = await page.evaluate(scenes, wanted);
  await page.close();
  return drawn.map(({ base64, boxes }, index) => ({ path: wanted[index].path, bytes: Buffer.from(base64, "base64"), boxes }));
}

/** Writes them below a folder. */
export async function written(files, folder) {
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

// Runs in the browser.
function scenes(wanted) {
  return wanted.map(({ path, width = 320, height = 200, cars = 2, seed = path }) => {
    let state = [...seed].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7);
    const random = () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    const c = canvas.getContext("2d");
    const sky = c.createLinearGradient(0, 0, 0, height * 0.5);
    const hue = 190 + random() * 40;
    sky.addColorStop(0, `hsl(${hue} 45% ${45 + random() * 20}%)`);
    sky.addColorStop(1, `hsl(${hue - 160} 50% 85%)`);
    c.fillStyle = sky;
    c.fillRect(0, 0, width, height);
    for (let x = -10; x < width; ) {
      const w = width * (0.06 + random() * 0.1);
      const h = height * (0.12 + random() * 0.28);
      c.fillStyle = `hsl(${20 + random() * 30} ${10 + random() * 20}% ${35 + random() * 25}%)`;
      c.fillRect(x, height * 0.5 - h, w, h);
      c.fillStyle = "rgba(255, 236, 180, .7)";
      for (let wx = x + 4; wx < x + w - 5; wx += 8) for (let wy = height * 0.5 - h + 5; wy < height * 0.5 - 6; wy += 10) if (random() > 0.4) c.fillRect(wx, wy, 3, 5);
      x += w + random() * 6;
    }
    c.fillStyle = "#59605a";
    c.fillRect(0, height * 0.5, width, height * 0.5);
    c.fillStyle = "#44474b";
    c.beginPath();
    c.moveTo(width * 0.42, height * 0.5);
    c.lineTo(width * 0.58, height * 0.5);
    c.lineTo(width * 1.1, height);
    c.lineTo(width * -0.1, height);
    c.fill();
    c.strokeStyle = "#e8e4d4";
    c.setLineDash([height * 0.06, height * 0.05]);
    c.lineWidth = Math.max(2, width / 160);
    c.beginPath();
    c.moveTo(width / 2, height * 0.52);
    c.lineTo(width / 2, height);
    c.stroke();
    const boxes = [];
    for (let car = 0; car < cars; car += 1) {
      const w = Math.round(width * (0.14 + random() * 0.1));
      const h = Math.round(w * 0.48);
      const x = Math.round(((car + 0.5) / cars) * width - w / 2 + (random() - 0.5) * width * 0.06);
      const y = Math.round(height * (0.56 + random() * 0.26));
      c.fillStyle = `hsl(${random() * 360} 55% 48%)`;
      c.beginPath();
      c.roundRect(x, y + h * 0.35, w, h * 0.5, h * 0.15);
      c.fill();
      c.beginPath();
      c.roundRect(x + w * 0.2, y, w * 0.6, h * 0.5, h * 0.18);
      c.fill();
      c.fillStyle = "#cfe3ea";
      c.fillRect(x + w * 0.27, y + h * 0.1, w * 0.2, h * 0.24);
      c.fillRect(x + w * 0.53, y + h * 0.1, w * 0.2, h * 0.24);
      c.fillStyle = "#17191b";
      for (const wheel of [0.22, 0.78]) {
        c.beginPath();
        c.arc(x + w * wheel, y + h * 0.86, h * 0.14, 0, 7);
        c.fill();
      }
      boxes.push({ xmin: x, ymin: y, xmax: x + w, ymax: y + h });
    }
    const type = path.endsWith(".png") ? "image/png" : "image/jpeg";
    return { base64: canvas.toDataURL(type, 0.85).split(",")[1], boxes };
  });
}
