interface Aim {
  /** The name of an operation or task, or a part of the path; left out: any request. */
  readonly match?: string;
  /** How many requests it hits; left out: 1. */
  readonly times?: number;
}

/** The request is not performed. */
export type RefusingFault =
  /** A plain HTTP status. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** A SOAP fault with HTTP 500. */
  | {
      readonly kind: "fault";
      readonly faultcode?: string;
      readonly faultstring: string;
      /** Its `Validation_Fault` has this `Detail_Message`, and no errors. */
      readonly detailMessage?: string;
    }
  /** A 307 to another place. */
  | { readonly kind: "redirect"; readonly location: string }
  /** A 429, or another status, with Retry-After. */
  | {
      readonly kind: "ratelimit";
      readonly status?: 429 | 503;
      readonly retryAfterSeconds?: number;
    }
  /** The connection is cut. */
  | { readonly kind: "cut-before" };

/** The request is performed, but its answer does not arrive as it should. */
export type SpoilingFault =
  /** The answer is held back. */
  | { readonly kind: "delay"; readonly ms: number }
  /** The connection is cut without an answer. */
  | { readonly kind: "cut-after" }
  /** Half of the answer is sent, then the connection is cut. */
  | { readonly kind: "cut-during" }
  /** A 200 with broken XML. */
  | { readonly kind: "nonsense"; readonly body?: string }
  /** A 200 without a body. */
  | { readonly kind: "empty" }
  /** A 200 with a huge body; left out: 20 MB of `<`. */
  | { readonly kind: "huge"; readonly bytes?: number };

/** The service itself answers differently. */
export type ServiceFaultOnRequest =
  /** Put_Integration_System only: a 200 that carries exceptions; it is stored unless `stored` is false. */
  | { readonly kind: "exceptions"; readonly messages: readonly string[]; readonly stored?: boolean }
  /** Runner only: the task ends as failed without having been performed. */
  | { readonly kind: "task-fails"; readonly reason: "refused" | "error"; readonly detail: string }
  /** Runner only: does the task, and somebody else's key signs the answer. */
  | { readonly kind: "another-key" }
  /** Runner only: does the task, and nobody signs the answer. */
  | { readonly kind: "unsigned" }
  /** Runner only: does the task, and the answer is changed after it was signed. */
  | { readonly kind: "rewritten"; readonly body: string };

export type InjectedFault = Aim & (RefusingFault | SpoilingFault | ServiceFaultOnRequest);

export type FailNext = (fault: InjectedFault) => void;

interface InjectedFaults {
  readonly failNext: FailNext;
  /** Nothing fails any more. */
  readonly clear: () => void;
  /** The first fault that matches the request; each is spent after its `times`. */
  take(name: string, path: string): InjectedFault | undefined;
}

export function createInjectedFaults(): InjectedFaults {
  const waiting: { readonly fault: InjectedFault; left: number }[] = [];
  return {
    failNext(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      waiting.length = 0;
    },
    take(name, path) {
      const found = waiting.find(({ fault }) => hits(fault, name, path));
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) waiting.splice(waiting.indexOf(found), 1);
      return found.fault;
    },
  };
}

function hits({ match }: Aim, name: string, path: string): boolean {
  return match === undefined || match === name || path.includes(match);
}
