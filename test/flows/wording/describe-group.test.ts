import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { RetireDraft } from "../../../src/flows/request/draft.ts";
import { listStaying } from "../../../src/flows/wording/describe-group.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";

const group = { kind: "existing", isActive: true, members: [], holds: noPermissions } as const;
const retire: RetireDraft = { ...aDraft({ system: existingSystem }), kind: "retire", group };
const stays = "The security group ISSG_Viva stays as it is, with what it may do, and";

describe("why a group stays when its account is retired", () => {
  it.each<[what: string, draft: RetireDraft, title: string, lines: readonly string[]]>([
    [
      "it is older",
      retire,
      `${stays} only ISU_Viva is taken out: it was there before the account`,
      [],
    ],
    [
      "others are in it",
      { ...retire, group: { ...group, members: ["ISU_Other"] } },
      `${stays} only ISU_Viva is taken out: it is not this account's alone. In it are, as far as the bot knows:`,
      ["ISU_Other"],
    ],
    [
      "it is older, and the account is outside of it",
      { ...retire, isOutsideGroup: true },
      `${stays} nobody is taken out, since a report shows that ISU_Viva is not in it any more: it was there before the account`,
      [],
    ],
  ])("is said: %s", (_what, draft, title, lines) => {
    expect(listStaying(draft)).toEqual([{ title, lines }]);
  });
});
