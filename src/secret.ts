import { inspect } from "node:util";

/**
 * A value that nobody may read by accident: text, JSON, templates and inspection all give `[secret]`.
 * Spreading it gives nothing, because the value is a private field. It may be another one later, where it is read from
 * somewhere each time.
 */
export class Secret {
  readonly #read: () => string;

  constructor(value: string | (() => string)) {
    this.#read = typeof value === "string" ? () => value : value;
  }

  /** The value as it is now, for good: for a call that needs the same one twice. */
  fixed(): Secret {
    return new Secret(this.#read());
  }

  /** The value itself. Only the files that `test/repo/conventions.test.ts` lists may call this. */
  reveal(): string {
    return this.#read();
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  [inspect.custom](): string {
    return "[secret]";
  }
}
