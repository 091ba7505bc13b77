import type { SignOn } from "../../model/sign-on.ts";
import { asked, userOf } from "../../request/names-in-draft.ts";
import type { OwnStepKind } from "../../request/step-kind.ts";

export const createUser: OwnStepKind<"create-user"> = {
  name: "create-user",
  title: "the account",
  describe: (draft) =>
    `Make the account ${userOf(draft)}: ${describeFirst(asked(draft))}, so nobody can sign on yet`,
  takesEffect: false,
  by: "Workday web service",
};

function describeFirst({ passwordFrom }: SignOn): string {
  return passwordFrom === "workday"
    ? "Workday makes its password"
    : "its first password is thrown away";
}
