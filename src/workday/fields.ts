/** What a draft and its plan call the things that Workday's elements hold. */
const fields: Readonly<Record<string, string>> = {
  Do_Not_Allow_UI_Sessions: "doNotAllowUiSessions",
  Integration_System_ID: "existingSystem",
  Integration_System_Name: "newSystem",
  Integration_System_Reference: "existingSystem",
  Integration_Template_Name: "integrationTemplate",
  Integration_Template_Reference: "integrationTemplate",
  Password: "password",
  Session_Timeout_Minutes: "sessionTimeoutMinutes",
  System_User_Reference: "userName",
  User_Name: "userName",
  WorkdayUserName: "userName",
};

/** The field for an element's or an id type's name. */
export function fieldOf(element: string): string | undefined {
  return fields[element];
}

/** The field for the innermost element of an XPath that has one, whatever its prefixes and positions. */
export function fieldAt(xpath: string): string | undefined {
  const names = xpath.split("/").map((part) => part.replace(/^.*:/, "").replace(/\[.*$/, ""));
  return names
    .toReversed()
    .map(fieldOf)
    .find((field) => field !== undefined);
}
