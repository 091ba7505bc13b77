import { h } from "preact";
import { lookAtMessage } from "../page.js";

/**
 * Slack's own markup as elements. `names` tells what ids stand for.
 * @see Slack: "Formatting message text"
 */

const inlinePattern = new RegExp(
  [
    "```(?<pre>[\\s\\S]+?)```",
    "`(?<code>[^`\\n]+)`",
    "<(?<angle>[^<>\\n]+)>",
    "(?<![\\w*])\\*(?=\\S)(?<bold>[^*\\n]+?)(?<=\\S)\\*(?![\\w*])",
    "(?<![\\w_])_(?=\\S)(?<italic>[^_\\n]+?)(?<=\\S)_(?![\\w_])",
    "(?<![\\w~])~(?=\\S)(?<strike>[^~\\n]+?)(?<=\\S)~(?![\\w~])",
  ].join("|"),
  "g",
);

/** A text object, `plain_text` or `mrkdwn`, as nodes. */
export function textNodes({ type, text }, names) {
  return type === "mrkdwn" ? mrkdwn(text, names) : [text];
}

export function mrkdwn(text, names) {
  const nodes = [];
  let quote = [];
  for (const line of quotable(text)) {
    if (line.startsWith("&gt;")) {
      quote.push(line.slice(4).trimStart());
      continue;
    }
    if (quote.length > 0) nodes.push(quoteOf(quote, names));
    else if (nodes.length > 0) nodes.push("\n");
    quote = [];
    nodes.push(...inline(line, names));
  }
  if (quote.length > 0) nodes.push(quoteOf(quote, names));
  return nodes;
}

/** Lines, but code fences stay in one piece. */
function quotable(text) {
  return text.includes("```") ? [text] : text.split("\n");
}

function quoteOf(lines, names) {
  return h("blockquote", {}, inline(lines.join("\n"), names));
}

function inline(text, names) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(inlinePattern)) {
    nodes.push(unescape(text.slice(end, match.index)), piece(match.groups, names));
    end = match.index + match[0].length;
  }
  nodes.push(unescape(text.slice(end)));
  return nodes.filter((node) => node !== "");
}

function piece({ pre, code, angle, bold, italic, strike }, names) {
  if (pre !== undefined) return h("pre", {}, unescape(pre));
  if (code !== undefined) return h("code", {}, unescape(code));
  if (angle !== undefined) return reference(angle, names);
  if (bold !== undefined) return h("strong", {}, inline(bold, names));
  if (italic !== undefined) return h("em", {}, inline(italic, names));
  return h("s", {}, inline(strike, names));
}

function reference(angle, names) {
  const bar = angle.indexOf("|");
  const target = bar < 0 ? angle : angle.slice(0, bar);
  const label = bar < 0 ? "" : unescape(angle.slice(bar + 1));
  if (target.startsWith("!")) return special(target, label, names);
  if (target.startsWith("@")) return mention(`@${names.person(target.slice(1)) ?? label}`);
  if (target.startsWith("#")) return mention(`#${names.channel(target.slice(1)) ?? label}`);
  return link(unescape(target), label);
}

function special(target, label, names) {
  if (target.startsWith("!date^")) return date(target, label, names);
  if (target.startsWith("!subteam^")) return mention(`@${names.group(target.slice(9)) ?? label}`);
  return mention(`@${target.slice(1)}`);
}

function mention(text) {
  return h("span", { class: "mention" }, text);
}

/** A link to the web or to mail; anything else is shown as the text it is. */
function link(address, label) {
  const url = URL.parse(address);
  const text = label === "" ? address : label;
  if (url === null || !["https:", "http:", "mailto:"].includes(url.protocol)) return text;
  const message = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(url.pathname);
  if (url.hostname.endsWith(".slack.com") && message !== null) return messageLink(message, text);
  return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** Leads to a message of this workspace. */
function messageLink([, channel, seconds, micros], text) {
  function follow(event) {
    event.preventDefault();
    lookAtMessage(channel, `${seconds}.${micros}`);
  }
  return h("a", { href: `#${channel}`, onclick: follow }, text);
}

const formats = {
  date_num: { dateStyle: "short" },
  date: { dateStyle: "long" },
  date_short: { dateStyle: "medium" },
  date_long: { dateStyle: "full" },
  time: { timeStyle: "short" },
  time_secs: { timeStyle: "medium" },
};

function date(target, fallback, { now }) {
  const [, seconds, pattern = ""] = target.split("^");
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime())) return fallback;
  const text = pattern.replaceAll(/\{(\w+)\}/g, (whole, name) => {
    const format = formats[name.replace("_pretty", "")];
    if (format === undefined) return whole;
    return name.endsWith("_pretty") ? (dayName(at, now) ?? say(at, format)) : say(at, format);
  });
  return h("time", { datetime: at.toISOString(), title: fallback }, text);
}

function say(at, format) {
  return new Intl.DateTimeFormat("en", format).format(at);
}

/** "today" where the day is near; `undefined` elsewhere. */
function dayName(at, now) {
  const days = [-1, 0, 1];
  const near = days.find((day) => isSameDay(at, new Date(now + day * 86_400_000)));
  return near === undefined ? undefined : ["yesterday", "today", "tomorrow"][near + 1];
}

function isSameDay(one, other) {
  return one.toDateString() === other.toDateString();
}

function unescape(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
