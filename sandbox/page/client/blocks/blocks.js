import { Fragment, h } from "preact";
import { elementNode, inputNode } from "./elements.js";
import { textNodes } from "./mrkdwn.js";

/**
 * Block Kit as elements. `desk` is what a person can do with them: see `elements.js`.
 * @see Slack: Block Kit reference
 */
export function blockNodes(blocks, desk) {
  return blocks.map((block) => h(Fragment, { key: block.block_id }, blockNode(block, desk)));
}

function blockNode(block, desk) {
  switch (block.type) {
    case "divider":
      return h("hr", {});
    case "header":
      return h("h3", { class: "block-header" }, block.text.text);
    case "context":
      return h("div", { class: "context" }, texts(block.elements, "span", desk));
    case "alert":
      return alertNode(block, desk);
    case "section":
      return sectionNode(block, desk);
    case "actions":
      return h(
        "div",
        { class: "actions" },
        block.elements.map((element) => elementNode(element, block, desk)),
      );
    case "input":
      return inputNode(block, desk);
    case "rich_text":
      return h("div", { class: "text" }, richText(block.elements));
    default:
      return h("p", { class: "unknown" }, `A block of the type ${block.type}`);
  }
}

/** Its level is said too: nothing is told by colour alone. */
const levels = { info: "Note", warning: "Warning", error: "Problem", success: "Done" };

function alertNode({ level = "default", text }, desk) {
  const said = levels[level];
  return h(
    "div",
    { class: `alert alert-${level}`, role: "note" },
    said !== undefined && h("strong", {}, said),
    texts([text], "div", desk),
  );
}

function sectionNode(block, desk) {
  const { text, fields = [], accessory } = block;
  return h(
    "div",
    { class: "section" },
    h(
      "div",
      { class: "section-body" },
      text !== undefined && texts([text], "div", desk),
      fields.length > 0 && h("div", { class: "fields" }, texts(fields, "div", desk)),
    ),
    accessory !== undefined && elementNode(accessory, block, desk),
  );
}

function texts(list, tag, desk) {
  return list.map((text) => h(tag, { class: "text" }, textNodes(text, desk.names)));
}

/** Only the words of it. */
function richText(elements) {
  return elements.map((element) =>
    element.elements === undefined ? (element.text ?? "") : richText(element.elements),
  );
}
