/** Whether an account ends by itself. */
export type AccountExpiry =
  /** The list does not tell. */
  | { readonly kind: "not-shown" }
  | { readonly kind: "never" }
  /** As Workday writes the day or the moment. */
  | { readonly kind: "on"; readonly on: string };

/** One account, as the tenant's list of accounts shows it. */
export interface ListedAccount {
  readonly userName: string;
  readonly isLocked: boolean;
  readonly isDisabled: boolean;
  readonly expiry: AccountExpiry;
  /** Whether the password has to be changed at the next sign-in; absent where the list does not tell. */
  readonly needsNewPassword?: boolean;
  /** Absent: a custom report shows it. */
  readonly by?: "wql";
}
