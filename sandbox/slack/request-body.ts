import type { IncomingMessage } from "node:http";
import { z } from "zod";

const AnObject = z.record(z.string(), z.unknown());

export function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", reject);
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
  });
}

/** Reads arguments from a form or a JSON object; nothing when it is neither. */
export function readArguments(
  contentType: string,
  text: string,
): Readonly<Record<string, unknown>> | undefined {
  if (contentType.startsWith("application/json")) return parseObject(text);
  return Object.fromEntries(new URLSearchParams(text));
}

export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return AnObject.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
