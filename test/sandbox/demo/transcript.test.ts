import { describe, expect, it } from "vitest";
import { createTranscript, withoutMarkup } from "../../../sandbox/demo/transcript.ts";

describe("withoutMarkup", () => {
  it.each<[what: string, markup: string, read: string]>([
    ["a person", "<@UANN> asked", "Ann asked"],
    ["a user group", "<!subteam^S0SECURITY>, <@UBOB>", "@security, Bob"],
    ["a channel", "(ISU-1, <#C0WORKDAY>)", "(ISU-1, #workday-access)"],
    ["everybody", "<!channel> now", "@channel now"],
    [
      "a moment",
      "until <!date^1796272667^{date_short_pretty} at {time}|2026-12-03 04:37 UTC>.",
      "until 2026-12-03 04:37 UTC.",
    ],
    ["a link with words", "(<https://acme.slack.com/p1|ISU-CF9FFVNF>)", "(ISU-CF9FFVNF)"],
    ["a link without", "<https://acme.example/HR-1>", "https://acme.example/HR-1"],
    ["bold, italic, struck out and code", "*Next:* _may_ ~not~ `create`", "Next: may not create"],
    [
      "names with underscores",
      "ISU_Viva_Learning of ISSG_Viva_Learning",
      "ISU_Viva_Learning of ISSG_Viva_Learning",
    ],
    ["a command and what it does", "`create` a user", "create   a user"],
    ["a star that is none", "2 * 3 * 4", "2 * 3 * 4"],
    ["headings", "# Check the plan\n## The story", "Check the plan\nThe story"],
    [
      "what is typed in a field",
      "Reason: {Courses}\nTicket: {}",
      "Reason: Courses\nTicket: (empty)",
    ],
    ["what is no field", 'enabled, {"isu":"ISU_Viva"}', 'enabled, {"isu":"ISU_Viva"}'],
  ])("reads %s", (_what, markup, read) => {
    expect(withoutMarkup(markup)).toBe(read);
  });
});

it("says that there is nothing to see, in place of an empty list", () => {
  let said = "";
  const transcript = createTranscript((text) => {
    said += text;
  });

  transcript.see("Its thread", "");
  transcript.see("The message", "*Done*\n\nMore", /Done/);

  expect(said).toBe("  Its thread: nothing yet\n  The message:\n  | Done\n");
});
