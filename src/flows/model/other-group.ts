import { truncate } from "../text/truncate.ts";

/** A group that an account is in beside those that it was asked for. */
export interface OtherGroup {
  readonly groupName: string;
  /** What it may do, such as `Get on Worker Data: Workers`; absent where no report tells. */
  readonly gives?: readonly string[];
}

const longest = 600;

/** Such as `HR Everything, which gives Get on Worker Data: Workers`. */
export function describeMembership({ groupName, gives }: OtherGroup): string {
  if (gives === undefined) return groupName;
  if (gives.length === 0) return `${groupName}, which gives nothing that a report shows`;
  return truncate(`${groupName}, which gives ${gives.join(", ")}`, longest);
}
