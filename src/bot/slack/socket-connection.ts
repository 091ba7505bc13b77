import type { webApi } from "@slack/bolt";
import { z } from "zod";
import { err, ok, type Result } from "../../result.ts";
import { PatientClient } from "./patient-client.ts";
import { callSlack, type SlackFault } from "./slack-call.ts";
import { withTimeout } from "./with-timeout.ts";

/** One payload, to be acknowledged under the id of its envelope within three seconds. */
export interface SocketDelivery {
  readonly envelopeId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryNum?: number | undefined;
  readonly retryReason?: string | undefined;
}

/** One connection of Socket Mode, from its opening to its end. It never opens itself again. */
export interface SocketConnection {
  /** Opens it, once; `ok` from Slack's hello on. A fault's `code` is Slack's own, or says what did not happen. */
  readonly open: () => Promise<Result<void, SlackFault>>;
  readonly isOpen: () => boolean;
  /** When another one is needed: it is closed, or Slack is about to close it and delivers until then. */
  readonly ending: Promise<"leaving" | "closed">;
  readonly closed: Promise<void>;
  /** Acknowledges a payload, also one that came over another connection; says whether it went out. */
  readonly acknowledge: (envelopeId: string, payload: object) => Promise<boolean>;
  readonly close: () => void;
}

export interface SocketOptions {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly deliver: (delivery: SocketDelivery) => void;
}

/** Milliseconds from asking for an address to Slack's hello. */
const helloMs = 10_000;

const Delivered = z.object({
  envelope_id: z.string(),
  body: z.record(z.string(), z.unknown()),
  retry_num: z.number().optional(),
  retry_reason: z.string().optional(),
});

export function createSocketConnection(options: SocketOptions): SocketConnection {
  const client = new PatientClient(options.appToken, options.clientOptions);
  const life = followLife(client);
  client.on("slack_event", (event: unknown) => {
    const read = Delivered.safeParse(event);
    if (read.success) options.deliver(toDelivery(read.data));
  });
  function close(): void {
    void client.disconnect();
    // The library goes on opening what is closed while it asks for an address.
    client.on("connected", () => void client.disconnect());
  }
  return {
    open: async () => {
      const opened = await openOnce(client);
      if (!opened.ok) close();
      return opened;
    },
    isOpen: () => isOpen(client),
    ...life,
    acknowledge: (envelopeId, payload) => send(client, { envelope_id: envelopeId, payload }),
    close,
  };
}

function followLife(client: PatientClient): Pick<SocketConnection, "ending" | "closed"> {
  const ending = Promise.withResolvers<"leaving" | "closed">();
  const closed = Promise.withResolvers<void>();
  client.on("leaving", () => ending.resolve("leaving"));
  // Emitted as soon as the connection is gone, and no later, like `disconnected` and `reconnecting`.
  client.on("close", () => {
    ending.resolve("closed");
    closed.resolve();
  });
  return { ending: ending.promise, closed: closed.promise };
}

function isOpen({ websocket }: PatientClient): boolean {
  return websocket?.isActive() === true;
}

/** Waits for Slack's hello, or for whatever comes in its place. */
async function openOnce(client: PatientClient): Promise<Result<void, SlackFault>> {
  const first = Promise.withResolvers<string>();
  client.once("connected", () => first.resolve("hello"));
  client.once("leaving", first.resolve);
  client.once("close", () => first.resolve("closed_before_hello"));
  async function start(): Promise<string> {
    // It rejects with nothing where the connection closes, and resolves late: `first` knows what came first.
    const started = client.start().then(() => first.promise);
    return Promise.race([first.promise, started]);
  }
  const answer = await withTimeout(helloMs, callSlack(start, z.string()).catch(noAddress));
  if (answer === undefined) return noHello("no_hello");
  if (!answer.ok) return answer;
  return answer.value === "hello" ? ok(undefined) : noHello(answer.value);
}

/** An answer without an address, or with one that is none, is a plain error of the library's. */
function noAddress(): Result<never, SlackFault> {
  return noHello("no_address");
}

function noHello(code: string): Result<never, SlackFault> {
  const words = `Slack opened no socket (${code}).`;
  return err({ kind: "unreachable", outside: "Slack", words, code });
}

function send(client: PatientClient, message: object): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  if (isOpen(client)) {
    client.websocket?.send(JSON.stringify(message), (error) => resolve(error === undefined));
  } else {
    resolve(false);
  }
  return promise;
}

function toDelivery(event: z.infer<typeof Delivered>): SocketDelivery {
  const { envelope_id: envelopeId, body, retry_num: retryNum, retry_reason: retryReason } = event;
  return { envelopeId, body, retryNum, retryReason };
}
