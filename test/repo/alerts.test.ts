import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { aTelemetry } from "../telemetry/a-telemetry.ts";

const Rules = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^IsuBot[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[mhd]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(["page", "ticket"]) }),
          annotations: z.strictObject({ summary: z.string(), runbook: z.string() }),
        }),
      ),
    }),
  ),
});

const manual = readFileSync("docs/operate.md", "utf8");
const rules = Rules.parse(parse(readFileSync("docs/alerts.yml", "utf8"))).groups.flatMap(
  (group) => group.rules,
);

/** What PromQL itself has of words, as far as the rules use them. */
const words = new Set("sum max min by rate increase absent time max_over_time unless".split(" "));

/** The names of metrics in an expression: what is left without labels, texts, ranges and PromQL's own words. */
function metricsIn(expr: string): readonly string[] {
  const bare = expr
    .replaceAll(/\{[^}]*\}|\[[^\]]*\]|"[^"]*"|'[^']*'/g, " ")
    .replaceAll(/\bby \([^)]*\)/g, " ");
  return [...bare.matchAll(/[a-z_:]\w*/gi)]
    .map(([name]) => name)
    .filter((name) => !words.has(name));
}

async function listMetrics(): Promise<readonly string[]> {
  const all = await aTelemetry().telemetry.registry.getMetricsAsJSON();
  return all.map(({ name }) => name);
}

/** With what Prometheus makes of a histogram, and the one metric that it makes itself. */
async function listSeries(): Promise<ReadonlySet<string>> {
  const all = await listMetrics();
  const parts = ["_bucket", "_sum", "_count"];
  const histograms = all
    .filter((name) => name.endsWith("_seconds"))
    .flatMap((name) => parts.map((part) => `${name}${part}`));
  return new Set([...all, ...histograms, "up"]);
}

describe("docs/alerts.yml", () => {
  it("holds alerts, each of its own name", () => {
    const names = rules.map(({ alert }) => alert);

    expect(names.length).toBeGreaterThan(10);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    "%s is about metrics that there are, and leads to its paragraph",
    async (alert, { expr, annotations }) => {
      const known = await listSeries();
      const named = metricsIn(expr);

      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((name) => !known.has(name))).toEqual([]);
      expect(annotations.runbook).toBe(`docs/operate.md#${alert.toLowerCase()}`);
      expect(manual).toMatch(new RegExp(`^### ${alert}\n\n[^#]*\\bFirst:`, "m"));
    },
  );

  it("is about tenants, services and codes by the labels that there are", () => {
    const labels = rules.flatMap(({ expr }) =>
      [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside = ""]) =>
        [...inside.matchAll(/(\w+)(?:=|!=|=~|!~)"/g)].map(([, label]) => label),
      ),
    );

    expect(new Set(labels)).toEqual(
      new Set(["job", "le", "code", "method", "service", "outcome", "waiting_for", "due", "look"]),
    );
  });
});

it("every metric stands in the manual's table", async () => {
  const missing = (await listMetrics())
    .map((name) => name.replace(/^workday_isu_/, ""))
    .filter((name) => !manual.includes(`\`${name}\``));

  expect(missing).toEqual([]);
});
