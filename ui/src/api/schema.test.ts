import { readFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";

const at = (path: string) => `${process.cwd()}/${path}`;

test("the types are those of the server's document (npm run schema)", async () => {
  const types = astToString(await openapiTS(readFileSync(at("../docs/openapi.yaml"), "utf8")));
  expect(readFileSync(at("src/api/schema.d.ts"), "utf8")).toContain(types);
}, 30_000);
