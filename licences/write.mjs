// Writes docs/licences.md from what Maven and npm say of the parts that are shipped.
//   node licences/write.mjs JARS LIBRARIES     JARS has a line per shipped jar, LIBRARIES: group|artifact|version|licences
//   node licences/write.mjs JARS               exits with 1 if a shipped jar or package is missing on the page, or one too many is on it
import { readFileSync, writeFileSync } from "node:fs";

const page = new URL("../docs/licences.md", import.meta.url);
const lock = new URL("../ui/package-lock.json", import.meta.url);

/** The usual short names (SPDX) of what projects call their licences. */
const shortNames = [
  [/^(the )?apache( software)? licen[cs]e,?( version)? 2\.0$/i, "Apache-2.0"],
  [/^(the )?mit license$/i, "MIT"],
  [/^(edl 1\.0|eclipse distribution license - v 1\.0)$/i, "BSD-3-Clause"],
  [/^epl 2\.0$/i, "EPL-2.0"],
  [/^gpl2 w\/ cpe$/i, "GPL-2.0-only WITH Classpath-exception-2.0"],
  [/^bouncy castle licence$/i, "MIT (Bouncy Castle)"],
  [/^public domain, per creative commons cc0$/i, "CC0-1.0"],
];
const short = (name) => shortNames.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? name.trim();

const packages = () =>
  Object.entries(JSON.parse(readFileSync(lock, "utf8")).packages)
    .filter(([path, entry]) => path && !entry.dev)
    .map(([path, entry]) => ({ name: path.split("node_modules/").pop(), version: entry.version, licence: entry.license ?? "?" }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

// PostgreSQL's binaries differ from machine to machine; the page speaks of them by hand.
const ours = (jar) => /^(kontor|embedded-postgres-binaries|spring-boot-jarmode-tools)-/.test(jar);
const lines = (file) => readFileSync(file, "utf8").split("\n").filter(Boolean);

// Two groups may have a jar of one name, and then Spring Boot puts the group before it: Jackson 2 and 3 do.
const bare = (jar) => jar.replace(/^(tools\.jackson\.core|com\.fasterxml\.jackson\.core)-/, "");
const shippedJars = (file) => lines(file).filter((jar) => !ours(jar)).map(bare);

const rows = (cells) => cells.map((row) => `| ${row.join(" | ")} |`).join("\n");

function write(jars, file) {
  const shipped = shippedJars(jars);
  const libraries = lines(file)
    .map((line) => line.split("|"))
    .map(([group, artifact, version, licences]) => [
      `${artifact}-${version}`,
      group,
      [...new Set(licences.split(" or ").map(short))].join(" or "),
    ])
    .filter(([jar]) => shipped.includes(jar))
    .sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1));
  writeFileSync(
    page,
    `# Licences of the parts

Kontor is licensed under the Apache License 2.0. It is shipped with the parts below, unchanged, each under its own licence; where
several are named, any of them may be chosen. This page is written by \`./kontor licences\`; do not edit it.

## PostgreSQL

The bundled PostgreSQL 18 (PostgreSQL licence) comes as \`io.zonky.test.postgres:embedded-postgres-binaries\` (Apache-2.0) for the
machine that Kontor is built on.

## Libraries of the server

| library | group | licence |
| --- | --- | --- |
${rows(libraries)}

## Packages of the pages

| package | version | licence |
| --- | --- | --- |
${rows(packages().map(({ name, version, licence }) => [name, version, licence]))}
`,
  );
}

function check(jars) {
  const text = readFileSync(page, "utf8");
  const [servers, pages] = text.split("## Packages of the pages");
  const cells = (part, ...columns) =>
    [...part.matchAll(/^\| (?!library|package|---)(.*) \|$/gm)].map((row) => columns.map((i) => row[1].split(" | ")[i]).join(" "));
  const differences = [
    ...difference("jar", shippedJars(jars), cells(servers, 0)),
    ...difference("package", packages().map(({ name, version }) => `${name} ${version}`), cells(pages ?? "", 0, 1)),
  ];
  differences.forEach((line) => console.error(line));
  console.log(`# pass ${differences.length ? 0 : 1}\n# fail ${differences.length ? 1 : 0}`);
  process.exit(differences.length ? 1 : 0);
}

function difference(kind, shipped, listed) {
  return [
    ...shipped.filter((one) => !listed.includes(one)).map((one) => `docs/licences.md lacks the ${kind} ${one}; run ./kontor licences.`),
    ...listed.filter((one) => !shipped.includes(one)).map((one) => `docs/licences.md lists the ${kind} ${one}, which is not shipped.`),
  ];
}

const [jars, libraries] = process.argv.slice(2);
if (libraries) write(jars, libraries);
else check(jars);
