import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below what systems hand out for outgoing connections: a bot that is started again finds its port free. */
const lowest = 20_000;
const above = 32_000;

/** Finds a port on loopback where nobody listens, and which nobody is handed by chance while the bot is down. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = randomInt(lowest, above);
    if (await isFree(port)) return port;
  }
  throw new Error("No free port");
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
