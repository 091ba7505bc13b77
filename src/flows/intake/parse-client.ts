import { err, ok, type Result } from "../../result.ts";
import { describeInvisible } from "../../unicode/invisible.ts";
import type { ApiClient } from "../model/api-client.ts";
import type { FieldProblems, RawClient } from "../request/raw-draft.ts";
import type { ApiClientNeed, Recipe } from "../tenant/recipe.ts";
import { checkWhy } from "./parse-draft.ts";

const longestName = 150;
const mostAreas = 60;

/** Checks what was typed for an API client by every rule that needs no Workday, each problem on its field. */
export function parseClient(raw: RawClient): Result<ApiClient, FieldProblems> {
  const name = raw.clientName.trim();
  const functionalAreas = listAreas(raw);
  const nameProblem = checkName(name);
  const areasProblem = checkAreas(functionalAreas);
  const problems: FieldProblems = {
    ...(nameProblem !== undefined && { clientName: nameProblem }),
    ...(areasProblem !== undefined && { otherAreas: areasProblem }),
    ...checkWhy(raw),
  };
  if (Object.keys(problems).length > 0) return err(problems);
  const { nonExpiringRefreshTokens, includeWorkdayOwnedScope } = raw;
  return ok({ name, nonExpiringRefreshTokens, functionalAreas, includeWorkdayOwnedScope });
}

/** Each area once, whatever its case. */
function listAreas({ functionalAreas, otherAreas }: RawClient): readonly string[] {
  const named = [...functionalAreas, ...otherAreas.split("\n")]
    .map((area) => area.trim().replaceAll(/\s+/g, " "))
    .filter((area) => area !== "");
  return [
    ...new Map(named.toReversed().map((area) => [area.toLowerCase(), area])).values(),
  ].toReversed();
}

function checkName(name: string): string | undefined {
  if (name === "") return "Type a name for the client: Workday lists it by this name.";
  const invisible = describeInvisible(name);
  if (invisible !== undefined) return invisible;
  return name.length > longestName
    ? `Shorten the client's name to ${longestName} characters.`
    : undefined;
}

function checkAreas(areas: readonly string[]): string | undefined {
  if (areas.length === 0) {
    return "Choose the functional areas that the client may reach, or type them here: Workday wants one at least.";
  }
  const invisible = describeInvisible(...areas);
  if (invisible !== undefined) return invisible;
  if (areas.some(({ length }) => length > longestName)) {
    return `Use ${longestName} characters at most for each functional area.`;
  }
  return areas.length > mostAreas ? `Choose ${mostAreas} functional areas at most.` : undefined;
}

/** The form as it opens: filled from the recipe that the account was made from. */
export function toRawClient(
  recipe: Pick<Recipe, "vendor" | "apiClient"> | undefined,
  about: Pick<RawClient, "tenant" | "userName" | "groupName">,
): RawClient {
  const { vendor = about.userName, apiClient } = recipe ?? {};
  return {
    ...blank,
    ...about,
    clientName: `${vendor} API Client`,
    ...(apiClient && fillFrom(apiClient)),
  };
}

const blank = {
  kind: "api-client",
  nonExpiringRefreshTokens: true,
  functionalAreas: [],
  otherAreas: "",
  includeWorkdayOwnedScope: false,
  reason: "",
  ticket: "",
} as const;

function fillFrom({ name, ...need }: ApiClientNeed): Partial<RawClient> {
  const { nonExpiringRefreshTokens, functionalAreas, includeWorkdayOwnedScope } = need;
  return {
    nonExpiringRefreshTokens,
    functionalAreas,
    includeWorkdayOwnedScope,
    ...(name !== undefined && { clientName: name }),
  };
}
