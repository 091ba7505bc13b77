import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import {
  type App,
  type BufferedIncomingMessage,
  HTTPModuleFunctions,
  HTTPResponseAck,
  isValidSlackRequest,
  type Receiver,
} from "@slack/bolt";
import { readBody } from "../../read-body.ts";
import { err, ok, type Result } from "../../result.ts";
import { answerPlainly, createPort, type PortOptions } from "./port.ts";

export interface HttpReceiverOptions extends PortOptions {
  /** As it is now. */
  readonly signingSecret: () => string;
}

/**
 * Bytes. Slack takes no view above 250 kB (`view_too_large` of views.open); the rest is for what people type into
 * one and for the form's encoding.
 */
const mostBytes = 524_288;

/**
 * Takes what Slack sends and hands it to Bolt. Bolt's own receiver reads 4 MB before it looks for a signature, and
 * a body that is the JSON `null` ends the process (5.1). Slack's `ssl_check` may come unsigned and is refused then:
 * what it asks about is the certificate.
 */
export function createHttpReceiver(options: HttpReceiverOptions): Receiver {
  let app: App | undefined;
  const { logger } = options;
  const port = createPort(options, {
    "POST /slack/events": async (request, response) => {
      const payload = await readPayload(options, request);
      if (payload.ok) return deliver(payload.value, { app, logger, request, response });
      const { status, words } = payload.error;
      logger.warn(`Refused a request to /slack/events: ${words}`);
      answerPlainly(response, status, words);
    },
  });
  return {
    init: (to) => {
      app = to;
    },
    start: port.start,
    stop: port.stop,
  };
}

type Payload = Readonly<Record<string, unknown>>;

interface Refused {
  readonly status: number;
  readonly words: string;
}

async function readPayload(
  { signingSecret }: HttpReceiverOptions,
  request: IncomingMessage,
): Promise<Result<Payload, Refused>> {
  const headers = readSignature(request.headers);
  if (headers === undefined) return refused(401, "it is not signed.");
  const body = await readBody(request, mostBytes);
  if (!body.ok) return refused(body.error, "its body is too long, or breaks off.");
  const signed = { signingSecret: signingSecret(), headers, body: body.value.toString() };
  if (!isValidSlackRequest(signed)) {
    return refused(401, "the signing secret is another, or the clocks are five minutes apart.");
  }
  return parsePayload(Object.assign(request, { rawBody: body.value }));
}

function refused(status: number, words: string): Result<never, Refused> {
  return err({ status, words });
}

/** Looks at the form alone, so that nothing is read of what cannot be Slack's. */
function readSignature(
  headers: IncomingHttpHeaders,
): Parameters<typeof isValidSlackRequest>[0]["headers"] | undefined {
  const signature = String(headers["x-slack-signature"]);
  const timestamp = String(headers["x-slack-request-timestamp"]);
  if (!/^v0=[0-9a-f]{64}$/.test(signature) || !/^\d{1,12}$/.test(timestamp)) return undefined;
  return { "x-slack-signature": signature, "x-slack-request-timestamp": Number(timestamp) };
}

/** Bolt reads a form, the JSON in its `payload`, or JSON; whatever it reads is an object from here on. */
function parsePayload(request: BufferedIncomingMessage): Result<Payload, Refused> {
  try {
    const payload: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    if (isPayload(payload)) return ok(payload);
  } catch {
    // No JSON.
  }
  return refused(400, "its body is no JSON object and no form.");
}

function isPayload(payload: unknown): payload is Payload {
  return typeof payload === "object" && payload !== null && !Array.isArray(payload);
}

async function deliver(
  payload: Payload,
  {
    app,
    logger,
    request,
    response,
  }: {
    readonly app: App | undefined;
    readonly logger: PortOptions["logger"];
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
  },
): Promise<void> {
  if (payload["ssl_check"] === "1") return HTTPModuleFunctions.buildSSLCheckResponse(response);
  if (payload["type"] === "url_verification") {
    return HTTPModuleFunctions.buildUrlVerificationResponse(response, payload);
  }
  const ack = new HTTPResponseAck({
    logger,
    processBeforeResponse: false,
    httpRequest: request,
    httpRequestBody: payload,
    httpResponse: response,
  });
  try {
    await app?.processEvent({ body: payload, ack: ack.bind() });
  } catch (error) {
    // Or its timer says, three seconds later, that nobody answered.
    ack.ack();
    throw error;
  }
}
