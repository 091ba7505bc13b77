import type { PersonId } from "./ids.ts";

/** A list with its title, for a plan, a card, a thread and a page. Without lines it is the title's sentence alone. */
export interface TitledList {
  readonly title: string;
  readonly lines: readonly string[];
  /** Who is named at the end of each line. Absent: nobody. */
  readonly people?: readonly PersonId[];
  /** Each line's ticket, behind the people; `undefined` for a line that has none. Absent: no line has. */
  readonly tickets?: readonly (string | undefined)[];
  /** What harms where it is overlooked: it stands first, and stands out. */
  readonly isDanger?: true;
  /** Where the card says it above already, this is for the thread and the page. */
  readonly isOnCard?: false;
}
