import { connect, createServer } from "node:net";

/**
 * A connection to the server that breaks when told to: `breakAtAnswer(start)` lets the next request that begins so reach
 * the server, loses its answer, and lets nothing more through until `mend`.
 */
export async function fragile(url) {
  const sockets = new Set();
  let start = null;
  let broken = false;
  const breakNow = () => {
    broken = true;
    start = null;
    for (const socket of sockets) socket.destroy();
  };
  const proxy = createServer((browser) => {
    if (broken) return browser.destroy();
    const server = connect(Number(new URL(url).port), "localhost");
    let carries = false;
    for (const [one, other] of [[browser, server], [server, browser]]) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    browser.on("data", (chunk) => {
      carries ||= start !== null && start.test(chunk.toString("latin1"));
      server.write(chunk);
    });
    server.on("data", (chunk) => (carries && start !== null ? breakNow() : browser.write(chunk)));
  });
  await new Promise((ready) => proxy.listen(0, "127.0.0.1", ready));
  proxy.unref();
  return {
    url: `http://localhost:${proxy.address().port}`,
    breakAtAnswer: (request) => (start = request),
    mend: () => (broken = false),
    close: () => {
      proxy.close();
      breakNow();
    },
  };
}
