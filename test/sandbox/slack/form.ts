import type { ModalView } from "@slack/types";

/** A modal with a text, a number, an external select and one of several. */
export const form: ModalView = {
  type: "modal",
  callback_id: "create",
  title: { type: "plain_text", text: "New user" },
  submit: { type: "plain_text", text: "Send" },
  notify_on_close: true,
  blocks: [
    {
      type: "input",
      block_id: "name",
      label: { type: "plain_text", text: "Name" },
      element: { type: "plain_text_input", action_id: "text", min_length: 3 },
    },
    {
      type: "input",
      block_id: "days",
      optional: true,
      label: { type: "plain_text", text: "Days" },
      element: {
        type: "number_input",
        action_id: "number",
        is_decimal_allowed: false,
        max_value: "30",
      },
    },
    {
      type: "input",
      block_id: "vendor",
      dispatch_action: true,
      label: { type: "plain_text", text: "Vendor" },
      element: { type: "external_select", action_id: "pick", min_query_length: 2 },
    },
    {
      type: "input",
      block_id: "domains",
      optional: true,
      label: { type: "plain_text", text: "Domains" },
      element: {
        type: "multi_external_select",
        action_id: "several",
        min_query_length: 0,
        max_selected_items: 2,
        initial_options: [{ text: { type: "plain_text", text: "Payroll" }, value: "d-pay" }],
      },
    },
  ],
};
