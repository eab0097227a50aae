/** `npm run pictures [-- workspaces]`: takes the pictures of README and guide, of a server that the demo filled. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Booth } from "./harness/booth.js";

const FOLDER = join(import.meta.dirname, "pictures");
const wanted = process.argv.slice(2);
const names = readdirSync(FOLDER).map((file) => file.replace(/\.js$/, ""));

const booth = await Booth.open();
try {
  for (const name of names.filter((name) => wanted.length === 0 || wanted.includes(name))) {
    await (await import(join(FOLDER, `${name}.js`))).default(booth);
  }
} finally {
  await booth.close();
}
