import { type Logger, LogLevel, type webApi } from "@slack/bolt";
import { SocketModeClient } from "@slack/socket-mode";
import { z } from "zod";

const Disconnect = z.object({ type: z.literal("disconnect"), reason: z.string().optional() });

/**
 * A client of one connection that emits `leaving`, with Slack's reason, when Slack says that it will close it, and stays
 * until it does. The library's own closes it at once: what is on its way over it, and what is not acknowledged yet, is
 * lost then, and it opens another one five seconds later (`@slack/socket-mode` 3.1.0). This one opens no other.
 */
export class PatientClient extends SocketModeClient {
  constructor(appToken: string, clientOptions: webApi.WebClientOptions) {
    super({ appToken, clientOptions, autoReconnectEnabled: false, logger: silent });
  }

  protected override async onWebSocketMessage(
    data: string | ArrayBuffer,
    isBinary: boolean,
  ): Promise<void> {
    const message = typeof data === "string" ? readJson(data) : undefined;
    // The library answers a message that is no object with a rejection that nobody handles.
    if (message === undefined) return;
    const disconnect = Disconnect.safeParse(message);
    if (disconnect.success) this.emit("leaving", disconnect.data.reason ?? "no_reason");
    else await super.onWebSocketMessage(data, isBinary);
  }
}

function readJson(text: string): object | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === "object" && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}

/** The library logs each attempt in its own words. The receiver says each trouble once. */
const silent: Logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  getLevel: () => LogLevel.ERROR,
  setName: ignore,
};

function ignore(): void {
  // Nothing is to be said.
}
