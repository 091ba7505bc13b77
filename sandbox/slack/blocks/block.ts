import { z } from "zod";
import { BlockId } from "./action-id.ts";
import { Button } from "./button.ts";
import { Checkboxes, Overflow, RadioButtons } from "./choice.ts";
import { RichText } from "./rich-text.ts";
import {
  DatePicker,
  ExternalSelect,
  MultiExternalSelect,
  MultiStaticSelect,
  MultiUsersSelect,
  StaticSelect,
  UsersSelect,
} from "./select.ts";
import { anyText, plainText } from "./text.ts";
import { NumberInput, PlainTextInput, UrlTextInput } from "./text-input.ts";

const selects = [
  StaticSelect,
  MultiStaticSelect,
  ExternalSelect,
  MultiExternalSelect,
  UsersSelect,
  MultiUsersSelect,
  DatePicker,
  Checkboxes,
  RadioButtons,
] as const;
const ActionElement = z.discriminatedUnion("type", [Button, Overflow, ...selects]);
const InputElement = z.discriminatedUnion("type", [
  PlainTextInput,
  NumberInput,
  UrlTextInput,
  ...selects,
]);

/** @see Slack: Block Kit reference, Section block */
const Section = z
  .strictObject({
    type: z.literal("section"),
    block_id: BlockId,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: ActionElement.optional(),
    expand: z.boolean().optional(),
  })
  .refine((section) => section.text !== undefined || section.fields !== undefined, {
    error: "missing required field: text",
  });

const Divider = z.strictObject({ type: z.literal("divider"), block_id: BlockId });

const Header = z.strictObject({
  type: z.literal("header"),
  block_id: BlockId,
  text: plainText(150),
});

const Context = z.strictObject({
  type: z.literal("context"),
  block_id: BlockId,
  elements: z.array(anyText(3000)).min(1).max(10),
});

const Actions = z.strictObject({
  type: z.literal("actions"),
  block_id: BlockId,
  elements: z.array(ActionElement).min(1).max(25),
});

/** @see Slack: Block Kit reference, Input block */
const Input = z.strictObject({
  type: z.literal("input"),
  block_id: BlockId,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: InputElement,
});

/** @see Slack: Block Kit reference, Alert block: in modals alone, as `@slack/types` 3.2 has it. Untried. */
const Alert = z.strictObject({
  type: z.literal("alert"),
  block_id: BlockId,
  text: anyText(3000),
  level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
});

const everywhere = [Section, Divider, Header, Context, Actions, RichText] as const;

/** Slack's guides know input blocks in modals and in Home tabs only. */
export const MessageBlock = z.discriminatedUnion("type", everywhere);
export const HomeBlock = z.discriminatedUnion("type", [...everywhere, Input]);
export const ModalBlock = z.discriminatedUnion("type", [...everywhere, Input, Alert]);

export type Block = z.infer<typeof ModalBlock>;
export type InputBlock = z.infer<typeof Input>;
export type Element = z.infer<typeof ActionElement> | z.infer<typeof InputElement>;
