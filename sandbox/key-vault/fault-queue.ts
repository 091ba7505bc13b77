/** A failure to come. It meets requests that carry a good token, or those to the identity endpoint. */
export type VaultFault = {
  /** `vault` unless said otherwise. */
  readonly on?: "vault" | "identity";
  readonly method?: string;
  /** A part of the path, or a pattern for it. Any path when left out. */
  readonly path?: string | RegExp;
  /** How many requests it meets: 1 unless said otherwise. */
  readonly times?: number;
} & FaultKind;

export type FaultKind =
  /** Answers this status and error instead of acting. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly code?: string;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Acts, but only after this long. */
  | { readonly kind: "delay"; readonly milliseconds: number }
  /** Closes the connection without acting. */
  | { readonly kind: "cut-before" }
  /** Acts, then closes the connection without an answer. */
  | { readonly kind: "cut-after" }
  | { readonly kind: "rbac" }
  | { readonly kind: "firewall" }
  | { readonly kind: "private-link" }
  | { readonly kind: "throttled" }
  /** Answers 200 with something that is no secret. */
  | { readonly kind: "nonsense"; readonly body?: string };

export interface FaultQueue {
  readonly add: (fault: VaultFault) => void;
  readonly clear: () => void;
  /** The fault that this request meets, if any; it is used up by that. */
  readonly take: (on: "vault" | "identity", method: string, path: string) => VaultFault | undefined;
}

export function createFaultQueue(): FaultQueue {
  const pending: { readonly fault: VaultFault; left: number }[] = [];
  return {
    add: (fault) => void pending.push({ fault, left: fault.times ?? 1 }),
    clear: () => void pending.splice(0),
    take: (on, method, path) => {
      const index = pending.findIndex(({ fault }) => meets(fault, { on, method, path }));
      const met = pending[index];
      if (met === undefined) return undefined;
      met.left -= 1;
      if (met.left <= 0) pending.splice(index, 1);
      return met.fault;
    },
  };
}

interface Met {
  readonly on: "vault" | "identity";
  readonly method: string;
  readonly path: string;
}

function meets(fault: VaultFault, { on, method, path }: Met): boolean {
  if ((fault.on ?? "vault") !== on) return false;
  if (fault.method !== undefined && fault.method !== method) return false;
  if (fault.path === undefined) return true;
  return typeof fault.path === "string" ? path.includes(fault.path) : fault.path.test(path);
}
