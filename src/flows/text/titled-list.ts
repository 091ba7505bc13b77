/** A list with its title, for a plan, a card, a thread and a page. Without lines it is the title's sentence alone. */
export interface TitledList {
  readonly title: string;
  readonly lines: readonly string[];
}
