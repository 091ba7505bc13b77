import type { Click } from "../../src/flows/click.ts";
import type { Answerer, Reply } from "../../src/flows/ports.ts";
import { ok } from "../../src/result.ts";
import { createMishaps, type Mishaps } from "./mishaps.ts";

export interface FakeAnswerer extends Answerer {
  readonly answers: readonly { readonly click: Click; readonly reply: Reply }[];
}

/** Keeps what people were answered. Repeating says it twice. */
export function createFakeAnswerer(mishaps: Mishaps = createMishaps()): FakeAnswerer {
  const answers: { click: Click; reply: Reply }[] = [];
  return {
    answers,
    answer: (click, reply) =>
      mishaps.meet("answerer.answer", () => {
        answers.push({ click, reply });
        return ok(undefined);
      }),
  };
}
