/** Stands for every method in a {@link Fault}. */
export const anyMethod = "*";

/** One planned failure of the Web API. `response_url` is a method name too, and {@link anyMethod} every one. */
export type Fault = { readonly method: string; readonly times?: number } & (
  | { readonly kind: "status"; readonly status: number; readonly isPerformed?: boolean }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "cut"; readonly isPerformed?: boolean }
  | { readonly kind: "ratelimit"; readonly retryAfterSeconds: number }
);

export function planFault(faults: Fault[], fault: Fault): void {
  faults.push(fault);
}

/** Takes the first fault planned for a method; one with `times` stays until it is used up. */
export function takeFault(faults: Fault[], method: string): Fault | undefined {
  const index = faults.findIndex((fault) => [method, anyMethod].includes(fault.method));
  const fault = faults[index];
  if (fault === undefined) return undefined;

  const times = (fault.times ?? 1) - 1;
  faults.splice(index, 1, ...(times > 0 ? [{ ...fault, times }] : []));
  return fault;
}
