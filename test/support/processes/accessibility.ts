import axe from "axe-core";
import type { Page } from "playwright-core";

/** One rule that a page breaks, and where. */
interface Flaw {
  readonly rule: string;
  readonly where: readonly string[];
}

/**
 * What axe finds wrong with a page as it is now, or with what a selector names of it, by WCAG 2.2 A and AA and by good
 * practice; nothing, one hopes.
 * @see axe-core, API: `axe.run`
 */
export async function findFlaws(page: Page, within = "html"): Promise<readonly Flaw[]> {
  await page.evaluate(axe.source);
  return page.evaluate<
    readonly Flaw[]
  >(`axe.run(${JSON.stringify(within)}, ${JSON.stringify(rules)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => ({
      rule: id,
      where: nodes.map(({ target, failureSummary }) => target.join(" ") + ": " + failureSummary),
    })))`);
}

const rules = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};
