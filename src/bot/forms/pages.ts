import type { FieldProblems, RawDraft } from "../../flows/request/raw-draft.ts";
import { count } from "../../flows/text/count.ts";
import { type Block, buttons, plainAlert, plainContext } from "../blocks/block.ts";
import type { Entered, FormField } from "./field.ts";

/** Fields of a form that few need, on a page of their own. */
type Part = "guide" | "settings" | "group" | "processes" | "segments" | "tokens";

/** A form shows one page at a time: the first, or one behind a button of the first. */
export type ShownPage = "first" | Part;

/** What a form with pages is read with. */
export interface EnteredInPages<Before = RawDraft> extends Entered {
  /** What was typed or filled in before: of a page that the window does not show, it stays. */
  readonly before: Before;
}

interface ShownInPages {
  readonly page: ShownPage;
}

interface PageSpec<
  Shown,
  Read extends object,
  Labels extends object,
  Before,
  At extends ShownPage,
> {
  readonly page: At;
  readonly fields: FormField<Shown, Read, Labels>;
  /** Whether a window shows it: Slack sends every field that a window has. */
  readonly isIn: (inputs: Entered["inputs"]) => boolean;
  /** Its part of what was there before. */
  readonly keep: (before: Before) => Read;
}

/** Fields that are shown where their page is. */
interface FormPage<
  Shown,
  Read extends object,
  Labels extends object,
  Before = RawDraft,
  At extends ShownPage = ShownPage,
> extends FormField<Shown & ShownInPages, Read, Labels, EnteredInPages<Before>> {
  readonly page: At;
}

export function formPage<
  Shown,
  Read extends object,
  Labels extends object,
  At extends ShownPage,
  Before = RawDraft,
>({
  page,
  fields,
  isIn,
  keep,
}: PageSpec<Shown, Read, Labels, Before, At>): FormPage<Shown, Read, Labels, Before, At> {
  return {
    page,
    labels: fields.labels,
    show: (shown, problems) => (shown.page === page ? fields.show(shown, problems) : []),
    read: (entered) => (isIn(entered.inputs) ? fields.read(entered) : keep(entered.before)),
    findProblems: (entered) => fields.findProblems?.(entered) ?? {},
  };
}

/** Of pages whose fields are too many to tell: all of them are named in one sentence. */
export const filledIn = "filled in";

/** A page behind a button of the first. */
export interface PartOfForm<Shown> {
  readonly page: Part;
  /** What its button sends. */
  readonly id: string;
  /** On its button, and the title of its page. */
  readonly title: string;
  /** What problems of its fields go by. */
  readonly labels: object;
  /** What the first page says about it: {@link filledIn}, or sentences; `undefined` where nothing was asked for there. */
  readonly describe: (shown: Shown) => string | undefined;
  /** Absent: always. */
  readonly isOffered?: (shown: Shown) => boolean;
}

/** What a button carries that leads back to the first page. */
const back: ShownPage = "first";

/** The way to each page, with what is asked for there; on a page, the way back. Nothing typed is lost either way. */
export function pageButtons<Shown>(
  parts: readonly PartOfForm<Shown>[],
): FormField<Shown & ShownInPages, object, object> {
  return {
    labels: {},
    show: (shown) => {
      const [own] = parts.filter(({ page }) => page === shown.page);
      if (own !== undefined) {
        return [buttons([{ id: own.id, text: "Back to the form", value: back }])];
      }
      const words = describeParts(parts, shown);
      const offered = parts.filter(({ isOffered }) => isOffered?.(shown) ?? true);
      return [
        ...(words.length === 0 ? [] : [plainContext(words.join(" "))]),
        buttons(offered.map(({ id, title, page }) => ({ id, text: title, value: page }))),
      ];
    },
    read: () => ({}),
  };
}

function describeParts<Shown>(parts: readonly PartOfForm<Shown>[], shown: Shown): string[] {
  const said = parts.map(({ title, describe }) => ({ title, words: describe(shown) }));
  const filled = said.flatMap(({ title, words }) => (words === filledIn ? [title] : []));
  return [
    ...said.flatMap(({ words }) => (words === undefined || words === filledIn ? [] : [words])),
    ...(filled.length === 0 ? [] : [`Filled in: ${filled.join(", ")}.`]),
  ];
}

const pages = new Set<string>(
  Object.keys({
    guide: true,
    settings: true,
    group: true,
    processes: true,
    segments: true,
    tokens: true,
  } satisfies Readonly<Record<Part, true>>),
);

/** The page that a button leads to; a window of an earlier version, whose parts stood open, goes to the first. */
export function toPage(value: string): ShownPage {
  return isPart(value) ? value : "first";
}

function isPart(value: string): value is Part {
  return pages.has(value);
}

type Parts = readonly Pick<PartOfForm<never>, "page" | "title" | "labels">[];

/** The page that was asked for; without one the first, or the one that has everything that is wrong. */
export function findPage(
  { page: asked, problems = {} }: { readonly page?: ShownPage; readonly problems?: FieldProblems },
  parts: Parts,
): ShownPage {
  if (asked !== undefined) return asked;
  const wrong = Object.keys(problems).map((field) => pageOf(field, parts));
  const [page = "first", ...others] = new Set(wrong);
  return others.length === 0 ? page : "first";
}

/** What a page is called; nothing for the first, which has the form's own title. */
export function titleOf(shown: ShownPage, parts: Parts): string | undefined {
  return parts.find(({ page }) => page === shown)?.title;
}

/** How many fields have to change, here and on other pages. */
export function tellProblems(page: ShownPage, problems: FieldProblems, parts: Parts): Block[] {
  const wrong = Object.keys(problems).map((field) => pageOf(field, parts));
  if (wrong.length === 0) return [];
  const places = [...new Set([page, ...wrong])].flatMap((place) => {
    const fields = wrong.filter((one) => one === place).length;
    return fields === 0
      ? []
      : [`${fields} ${place === page ? "below" : `in ${titleOf(place, parts) ?? "the form"}`}`];
  });
  const isAllHere = places.length === 1 && wrong[0] === page;
  const where = isAllHere ? `${count(wrong.length, "field")}, marked below` : places.join(", ");
  return [plainAlert("error", `⚠️ To change: ${where}.`)];
}

function pageOf(field: string, parts: Parts): ShownPage {
  return parts.find(({ labels }) => Object.hasOwn(labels, field))?.page ?? "first";
}
