import { inspect } from "node:util";

/**
 * A value that nobody may read by accident: text, JSON, templates and inspection all give `[secret]`.
 * Spreading it gives nothing, because the value is a private field.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Only the files that `test/repo/conventions.test.ts` lists may call this. */
  reveal(): string {
    return this.#value;
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
