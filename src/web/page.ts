/** What an action answers: something for the page's script, or words for the person. */
export type PageAnswer =
  | { readonly kind: "done"; readonly body: object }
  | { readonly kind: "refused"; readonly words: string };

/** What a page's script asks for, with JSON that nobody has checked yet. */
export type Action = (body: unknown) => Promise<PageAnswer>;

/**
 * One page: a heading, a script of `client/`, and what the script may ask for. Looking at it changes
 * nothing. A token that a link carries stands after `#`, so that it reaches no log of any proxy.
 */
export interface Page {
  /** Such as `/approve`. */
  readonly path: string;
  readonly title: string;
  /** A file of `client/`, such as `prove.js`. */
  readonly script: string;
  /** By the last part of their address: `look` of `/approve` is `POST /approve/look`. */
  readonly actions: Readonly<Record<string, Action>>;
}
