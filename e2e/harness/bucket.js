import { createHash } from "node:crypto";
import { createServer } from "node:http";

/** A bucket of an S3-compatible store that can be listed and read, by keys that begin with "reader"; ends with the test file. */
export async function aBucket(name, objects) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://bucket");
    if (!request.headers.authorization?.includes("Credential=reader")) return void refuse(response, 403, "AccessDenied");
    if (pathname.replace(/\/$/, "") === `/${name}`) return void list(response, objects, searchParams);
    const bytes = objects.get(decodeURIComponent(pathname.slice(name.length + 2)));
    if (!bytes) return void refuse(response, 404, "NoSuchKey");
    response.writeHead(200, { "Content-Length": bytes.length, ETag: tag(bytes) }).end(bytes);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  server.unref();
  return { name, endpoint: `http://127.0.0.1:${server.address().port}` };
}

const tag = (bytes) => `"${createHash("md5").update(bytes).digest("hex")}"`;

const refuse = (response, status, code) => xml(response, status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);

function list(response, objects, search) {
  const [prefix, after] = [search.get("prefix") ?? "", search.get("start-after") ?? ""];
  const found = [...objects].filter(([key]) => key.startsWith(prefix) && key > after).sort(([a], [b]) => (a < b ? -1 : 1));
  const contents = found.map(
    ([key, bytes]) => `<Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>${tag(bytes)}</ETag><Size>${bytes.length}</Size></Contents>`,
  );
  xml(response, 200, `<ListBucketResult><KeyCount>${found.length}</KeyCount><IsTruncated>false</IsTruncated>${contents.join("")}</ListBucketResult>`);
}

function xml(response, status, body) {
  response.writeHead(status, { "Content-Type": "application/xml" }).end(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
}
