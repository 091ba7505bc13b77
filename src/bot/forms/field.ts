import type { Raw as AnyRaw, Field, FieldProblems } from "../../flows/request/raw-draft.ts";
import type { Entries } from "../../flows/tenant/search-catalogue.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Block } from "../blocks/block.ts";
import type { Submission } from "../payloads/parse-payload.ts";

/** A form as it was sent, and what its lists are read by. A field of one form may need to know more of it. */
export interface Entered {
  readonly inputs: Submission["inputs"];
  readonly catalogue: Entries;
  /** Domains as their tenant names them, as far as they are known. */
  readonly inTenant?: readonly string[];
}

/** What a form asks for as it was sent. */
export interface EnteredFields {
  readonly raw: AnyRaw;
  /** What is wrong, by block, as far as it shows without the tenant. */
  readonly check: (tenant: Tenant) => Readonly<Record<string, string>>;
}

/**
 * A field of a form. `Shown` is what it has to know to be shown, `Read` what it says once it is sent, `Labels` what
 * problems of it go by, each with its name in words, and `Sent` what it is read from.
 */
export interface FormField<Shown, Read extends object, Labels extends object, Sent = Entered> {
  readonly labels: Labels;
  /** Its blocks, filled with what is known or was typed before, its problem right below. */
  readonly show: (shown: Shown, problems: FieldProblems) => Block[];
  /** What was entered; where a window from before has no such field, as if nothing was. */
  readonly read: (entered: Sent) => Read;
  /** What was entered and cannot be read. */
  readonly findProblems?: (entered: Sent) => FieldProblems;
}

/** One that is filled from a part of the raw draft and becomes that part again. */
export type FieldOf<
  Raw,
  Key extends keyof Raw,
  Named extends Field = Extract<Key, Field>,
  Known = unknown,
> = FormField<
  { readonly raw: Pick<Raw, Key> } & Known,
  Pick<Raw, Key>,
  Readonly<Record<Named, string>>
>;

/** Several fields, one below the other. What they read together is checked by the compiler. */
export interface FieldList<Shown, Read extends object, Labels extends object, Sent = Entered>
  extends FormField<Shown, Read, Labels, Sent> {
  readonly and: <AlsoShown, AlsoRead extends object, AlsoLabels extends object, AlsoSent>(
    next: FormField<AlsoShown, AlsoRead, AlsoLabels, AlsoSent>,
  ) => FieldList<Shown & AlsoShown, Read & AlsoRead, Labels & AlsoLabels, Sent & AlsoSent>;
}

/** Begins a list of fields: `listFields(first).and(second).and(third)`. */
export function listFields<Shown, Read extends object, Labels extends object, Sent>(
  first: FormField<Shown, Read, Labels, Sent>,
): FieldList<Shown, Read, Labels, Sent> {
  return {
    ...first,
    and: (next) =>
      listFields({
        labels: { ...first.labels, ...next.labels },
        show: (shown, problems) => [...first.show(shown, problems), ...next.show(shown, problems)],
        read: (entered) => ({ ...first.read(entered), ...next.read(entered) }),
        findProblems: (entered) => ({
          ...first.findProblems?.(entered),
          ...next.findProblems?.(entered),
        }),
      }),
  };
}
