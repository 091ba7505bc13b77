/** Something the page offers to do with one click. */
export type Offer = {
  readonly label: string;
} /** Types it in the main channel as that person, and sends it. */ & (
  | { readonly kind: "command"; readonly person: string; readonly text: string }
  /** Looks at the workspace as somebody else. */
  | { readonly kind: "be"; readonly person: string }
  /** Shows a panel. */
  | { readonly kind: "look"; readonly panel: string }
  | { readonly kind: "switch"; readonly name: string }
  | { readonly kind: "clock"; readonly hours: number }
  | { readonly kind: "start-bot" }
  /** Asks an operator for a code with which this person may register a passkey, and the bot for the page where. */
  | { readonly kind: "register"; readonly person: string }
);

/** What a person would type, offered to be sent. */
export function command(person: string, text: string): Offer {
  return { kind: "command", label: text, person, text };
}
