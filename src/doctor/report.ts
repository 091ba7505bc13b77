import type { Finding, State } from "./finding.ts";

const marks: Readonly<Record<State, string>> = {
  ok: "ok       ",
  warning: "WARNING  ",
  failed: "FAILED   ",
  "not-tried": "not tried",
};

/** Colours a state's word, where somebody looks. The word says it without them. */
export type Paint = (state: State, word: string) => string;

/** Writes the findings for people: by area, in their order, each state as a word, the sum at the end. */
export function renderText(
  findings: readonly Finding[],
  paint: Paint = (_state, word) => word,
): string {
  const areas = [...new Set(findings.map(({ area }) => area))];
  const parts = areas.map((area) => {
    const lines = findings
      .filter((finding) => finding.area === area)
      .flatMap((finding) => toLines(finding, paint));
    return [area, ...lines].join("\n");
  });
  return `${[...parts, renderSum(findings)].join("\n\n")}\n`;
}

function toLines({ what, state, words, remedy }: Finding, paint: Paint): readonly string[] {
  const line = `  ${paint(state, marks[state])}  ${what}: ${words}`;
  return remedy === undefined ? [line] : [line, `             To do: ${remedy}`];
}

function renderSum(findings: readonly Finding[]): string {
  const { ok, warning, failed, "not-tried": untried } = count(findings);
  const warnings = warning === 1 ? "1 warning" : `${warning} warnings`;
  return `${ok} ok, ${warnings}, ${failed} failed, ${untried} not tried.`;
}

/** Writes the findings, and how many there are of each state, as one JSON object for programs. */
export function renderJson(findings: readonly Finding[]): string {
  return `${JSON.stringify({ counts: count(findings), findings }, null, 2)}\n`;
}

function count(findings: readonly Finding[]): Readonly<Record<State, number>> {
  function of(wanted: State): number {
    return findings.filter(({ state }) => state === wanted).length;
  }
  return {
    ok: of("ok"),
    warning: of("warning"),
    failed: of("failed"),
    "not-tried": of("not-tried"),
  };
}
