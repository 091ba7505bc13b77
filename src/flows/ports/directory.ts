import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import type { PersonId } from "../model/ids.ts";
import type { PeopleList } from "../tenant/tenant.ts";

/** Who somebody is in Slack right now. */
export type Standing = "member" | "guest" | "bot" | "deactivated" | "foreign";

/** People as Slack knows them right now. */
export interface Directory {
  readonly findStanding: (person: PersonId) => Promise<Result<Standing, Fault>>;
  /** Asks Slack again, but for a brief cache of groups. A fault is never a yes. */
  readonly isOn: (person: PersonId, list: PeopleList) => Promise<Result<boolean, Fault>>;
  /**
   * The name that a person has given themselves in Slack, for words alone: anybody may take anybody's, so it decides nothing
   * and never stands without the id. `undefined` where Slack does not say, or there is none.
   */
  readonly findName: (person: PersonId) => Promise<string | undefined>;
}
