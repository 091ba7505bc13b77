export interface TrafficEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly direction: "from-bot" | "to-bot";
  /** For example `POST /api/chat.postMessage` or `block_actions`. */
  readonly what: string;
  /** The body as it went over the wire. */
  readonly body: string;
  /** The body with form encoding undone. */
  readonly text: string;
}

/** Where it is kept, and who is told. */
interface Recorded {
  readonly traffic: TrafficEntry[];
  now(): number;
  changed(): void;
}

export function recordTraffic(
  world: Recorded,
  direction: TrafficEntry["direction"],
  what: string,
  body: string,
): void {
  world.traffic.push({ at: world.now(), direction, what, body, text: unformed(body) });
  world.changed();
}

function unformed(body: string): string {
  if (!/^[\w.]+=/.test(body)) return body;
  return [...new URLSearchParams(body)].map(([key, value]) => `${key}=${value}`).join("\n");
}

/** Finds a text as it is, and as it looks inside one or two layers of JSON. */
export function trafficWith(
  { traffic }: Pick<Recorded, "traffic">,
  text: string,
): readonly TrafficEntry[] {
  const once = inJson(text);
  const spellings = [text, once, inJson(once), encodeURIComponent(text)];
  return traffic.filter((entry) =>
    spellings.some((spelling) => entry.body.includes(spelling) || entry.text.includes(spelling)),
  );
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Calls of the bot by method, refused ones too; `since` is a length that the traffic had. */
export function countCalls(
  { traffic }: Pick<Recorded, "traffic">,
  since = 0,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { direction, what } of traffic.slice(since)) {
    const method = direction === "from-bot" ? methodOf(what) : undefined;
    if (method !== undefined) counts.set(method, (counts.get(method) ?? 0) + 1);
  }
  return counts;
}

function methodOf(what: string): string | undefined {
  const [, path = ""] = /^POST (.*)$/.exec(what) ?? [];
  if (path.startsWith("/response/")) return "response_url";
  return path.startsWith("/api/") ? path.slice("/api/".length) : undefined;
}
