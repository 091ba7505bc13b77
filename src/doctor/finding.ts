export type State = "ok" | "warning" | "failed" | "not-tried";

/** One thing that was looked at. No field ever holds a secret or a foreign error's text. */
export interface Finding {
  /** Such as `Slack`, or `Workday acme_dpt1`. */
  readonly area: string;
  readonly what: string;
  readonly state: State;
  readonly words: string;
  /** What to do, for what is not right. */
  readonly remedy?: string;
}

/** Makes findings of one area. */
export interface Findings {
  readonly ok: (what: string, words: string) => Finding;
  readonly warning: (what: string, words: string, remedy: string) => Finding;
  readonly failed: (what: string, words: string, remedy: string) => Finding;
  readonly notTried: (what: string, words: string) => Finding;
}

export function findingsOf(area: string): Findings {
  return {
    ok: (what, words) => ({ area, what, state: "ok", words }),
    warning: (what, words, remedy) => ({ area, what, state: "warning", words, remedy }),
    failed: (what, words, remedy) => ({ area, what, state: "failed", words, remedy }),
    notTried: (what, words) => ({ area, what, state: "not-tried", words }),
  };
}

/** 0 when nothing failed, 1 when something did. Warnings do not count. */
export function toExitCode(findings: readonly Finding[]): 0 | 1 {
  return findings.some(({ state }) => state === "failed") ? 1 : 0;
}
