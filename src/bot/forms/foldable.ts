import type { FieldProblems, RawDraft } from "../../flows/request/raw-draft.ts";
import type { Entered, FormField } from "./field.ts";

/** Fields of a form that few need. */
export type Part = "settings" | "group" | "processes" | "segments" | "tokens";

/** What a form with such parts is read with. */
export interface EnteredInParts<Before = RawDraft> extends Entered {
  /** What was typed or filled in before: of a part that the window does not show, it stays. */
  readonly before: Before;
}

interface ShownInParts {
  /** The parts that are asked for; absent as the form opens: those that hold something. */
  readonly open?: readonly Part[];
}

/** Fields that are shown only where somebody asks for them, where they hold something, or where one has a problem. */
export interface FoldablePart<Shown, Read extends object, Labels extends object, Before = RawDraft>
  extends FormField<Shown & ShownInParts, Read, Labels, EnteredInParts<Before>> {
  readonly part: Part;
  readonly isOpen: (shown: Shown & ShownInParts, problems: FieldProblems) => boolean;
  /** Whether a window shows it. */
  readonly isIn: (inputs: Entered["inputs"]) => boolean;
}

interface Folding<Shown, Read extends object, Labels extends object, Before> {
  readonly part: Part;
  readonly fields: FormField<Shown, Read, Labels>;
  /** The block by which a window shows that it has them: Slack sends every field that a window has. */
  readonly mark: string;
  readonly holdsSomething: (shown: Shown) => boolean;
  /** Its part of what was there before. */
  readonly keep: (before: Before) => Read;
}

export function foldable<Shown, Read extends object, Labels extends object, Before = RawDraft>(
  folding: Folding<Shown, Read, Labels, Before>,
): FoldablePart<Shown, Read, Labels, Before> {
  const { part, fields, mark, holdsSomething, keep } = folding;
  function isOpen(shown: Shown & ShownInParts, problems: FieldProblems): boolean {
    const isWrong = Object.keys(fields.labels).some((field) => Object.hasOwn(problems, field));
    return isWrong || (shown.open?.includes(part) ?? holdsSomething(shown));
  }
  return {
    part,
    labels: fields.labels,
    isOpen,
    isIn: (inputs) => inputs.has(mark),
    show: (shown, problems) => (isOpen(shown, problems) ? fields.show(shown, problems) : []),
    read: (entered) => (entered.inputs.has(mark) ? fields.read(entered) : keep(entered.before)),
    findProblems: (entered) => fields.findProblems?.(entered) ?? {},
  };
}
