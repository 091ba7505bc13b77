import type { RequestId, TenantName } from "../model/ids.ts";

/** Tells operators what happens: ids, kinds, and the sentence that people see of a failure. Never a value. */
export interface Log {
  readonly info: (facts: LogFacts, text: string) => void;
  readonly warn: (facts: LogFacts, text: string) => void;
  readonly error: (facts: LogFacts, text: string) => void;
}

/** What a line of the log may carry besides its text. */
export interface LogFacts {
  readonly request?: RequestId;
  readonly tenant?: TenantName;
  readonly step?: string;
  readonly outside?: string;
  /** A sentence that people are shown too. */
  readonly words?: string;
  readonly fault?: string;
  readonly click?: string;
  /** What a person can quote when something broke. */
  readonly id?: string;
  /** An error's own name and message, already without foreign text. */
  readonly error?: string;
  readonly replica?: string;
  readonly workflow?: string;
  readonly count?: number;
  readonly url?: string;
  readonly ms?: number;
}
