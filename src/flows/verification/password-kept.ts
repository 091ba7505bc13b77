import type { SettingsDraft } from "../request/draft.ts";
import { type Comparison, expectThat } from "./expectation.ts";

/**
 * That an account keeps its password when its settings are put without one. The bot cannot read the stored password, so
 * only a sign-on with it would show that.
 */
export function expectPasswordKept({ userName, change }: SettingsDraft): Comparison {
  if (Object.keys(change).length === 0) return { expected: [], findings: [] };
  const what = `That ${userName} still has the password that it had`;
  const lookAt =
    "No password was sent, and nobody has tried whether Workday keeps it then. Look whether its integration signs on as before.";
  return { expected: [expectThat("password-kept", what, lookAt)], findings: [] };
}
