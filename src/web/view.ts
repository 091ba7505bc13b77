import type { TitledList } from "../flows/model/titled-list.ts";
import type { ShownTicket } from "../flows/tenant/ticket-rule.ts";

interface Fact {
  readonly label: string;
  readonly value: string;
  /** Where the value leads: an https address. */
  readonly address?: string;
}

/** As in Slack, but that people are named. */
export interface ShownList extends Pick<TitledList, "title" | "lines" | "isDanger"> {
  /** Each line's ticket, to stand behind it; `undefined` for a line that has none. Absent: no line has. */
  readonly links?: readonly (ShownTicket | undefined)[];
}

/** What a page shows above its button. All of it is set as text. */
export interface View {
  /** What it is about; absent: the page's heading says it. */
  readonly subject?: string;
  readonly lead: string;
  readonly warning?: string;
  readonly facts: readonly Fact[];
  /** They stand before the facts, as in Slack; what harms where it is overlooked comes first. */
  readonly lists: readonly ShownList[];
  /** What is shown once somebody opens it. */
  readonly folded: readonly Folded[];
  readonly button: string;
}

interface Folded {
  readonly title: string;
  readonly facts?: readonly Fact[];
  readonly lines?: readonly string[];
}
