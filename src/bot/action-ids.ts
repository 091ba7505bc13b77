/** Names of buttons and inputs that Slack sends back. */
export const actions = {
  approve: "approve",
  deny: "deny",
  withdraw: "withdraw",
  reportDone: "report-done",
  reportRefused: "report-refused",
  retry: "retry",
  cleanUpAgain: "clean-up-again",
  changeDraft: "change-draft",
  checkAgain: "check-again",
  openLink: "open-link",
  /** Every input of a modal; the block's id tells which. */
  input: "input",
  system: "system",
} as const;

/** Names of modals that can be submitted. */
export const modals = {
  chooser: "chooser",
  form: "form",
  plan: "plan",
  deny: "deny",
  reportRefused: "report-refused",
} as const;
