import { startEmbeddedPostgres } from "../../src/engine/embedded.ts";

const [, , folder = ""] = process.argv;

try {
  const server = await startEmbeddedPostgres({
    folder,
    folderWithinMs: 300,
    log: () => undefined,
  });
  process.on("SIGTERM", () => {
    process.send?.("drained before the server was stopped");
    void server.stop().then(() => {
      process.disconnect();
      return undefined;
    });
  });
  process.on("message", () => {
    process.exit(0);
  });
  process.send?.(server.url);
} catch (error) {
  process.send?.(String(error));
  process.disconnect();
}
