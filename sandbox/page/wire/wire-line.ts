/** One exchange between the bot and a service. */
export interface WireLine {
  /** Names it for {@link WireReader.look}. */
  readonly id: string;
  /** Milliseconds since 1970, by this machine's clock. */
  readonly at: number;
  readonly service: "Slack" | "Workday" | "Runner" | "Key Vault";
  /** The operation, method, report or task; what Slack hands to the bot is called as Slack calls it. */
  readonly what: string;
  readonly isToBot: boolean;
  /** Status, error code or fault; missing where none is known. */
  readonly outcome?: string;
  readonly isTrouble: boolean;
  /** How often it happened in a row, where that is more than once. */
  readonly times?: number;
}

/** How many lines back a repeat is looked for. */
const nearby = 4;

/** Makes one line of what repeats itself close by, as asking again and again does; the newest of them stays. Pure. */
export function foldRepeats(lines: readonly WireLine[]): readonly WireLine[] {
  const folded: WireLine[] = [];
  for (const line of lines) {
    const at = folded.findLastIndex((other) => isSame(other, line));
    const isNear = at >= 0 && at >= folded.length - nearby;
    const [before] = isNear ? folded.splice(at, 1) : [];
    folded.push(before === undefined ? line : { ...line, times: (before.times ?? 1) + 1 });
  }
  return folded;
}

function isSame(one: WireLine, other: WireLine): boolean {
  return (
    one.service === other.service &&
    one.what === other.what &&
    one.isToBot === other.isToBot &&
    one.outcome === other.outcome
  );
}
