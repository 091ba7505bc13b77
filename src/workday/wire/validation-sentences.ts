/** What one of Workday's validations means to a reader, in our own words. */
interface Sentence {
  /** How Workday's text is recognised. */
  readonly pattern: RegExp;
  readonly field?: string;
  readonly words: string;
}

/**
 * Every validation that the operation's page prints, and the texts about versions and templates that
 * practitioners quote.
 *
 * @see Workday Integrations v31.2, Put_Integration_System_User, column "Validations"
 */
const sentences: readonly Sentence[] = [
  {
    pattern: /Integration System reference must be supplied/i,
    field: "existingSystem",
    words: "Workday needs to know which integration system the user belongs to. Choose one.",
  },
  {
    pattern: /User Name is required when creating or updating/i,
    field: "userName",
    words: "Workday needs a user name. Type one.",
  },
  {
    pattern: /must not be a Worker or Implementer, nor may it already be associated/i,
    field: "userName",
    words:
      "This name belongs to a worker, an implementer or the user of another integration system. Choose another user name.",
  },
  {
    pattern: /Password is required when creating a new Workday Account/i,
    field: "password",
    words:
      "Workday makes no account without a password, and the call held none. Report this as a bug of the bot.",
  },
  {
    pattern: /password (?:does not|must) meet (?:the )?password requirements/i,
    field: "password",
    words:
      "The generated password does not meet the tenant's password rules. Make the bot's password rules for this tenant match Maintain Password Rules.",
  },
  {
    pattern: /Either setting X509 Token Authentication or SAML Token Authentication is required/i,
    field: "x509",
    words:
      "A web service security configuration needs x509 or SAML. Choose one of them, or leave it out.",
  },
  {
    pattern: /X509 Public Key is required when X509 Token Authentication is enabled/i,
    field: "x509Key",
    words:
      "x509 authentication needs a public key that exists in the tenant. Name its Certificate ID.",
  },
  {
    pattern: /identifier of the SAML Identity Provider is required/i,
    field: "samlIssuer",
    words: "SAML authentication needs its issuer. Name the identity provider.",
  },
  {
    pattern: /x509 Certificate Reference is needed to Enable SAML Access/i,
    field: "identityProviderKey",
    words:
      "SAML authentication needs the identity provider's certificate. Name its Certificate ID.",
  },
  {
    pattern: /web service or version is invalid|Invalid request service version/i,
    words:
      "This tenant does not know the web service version that the configuration names. Change `version` of this tenant.",
  },
];

const timeout =
  /Session Timeout Minutes must be greater than 5(?: and less than or equal to (\d+))?/i;
const invalidId = /Invalid ID value\.?\s+'[^']*' is not a valid ID value for type\s*=\s*'([^']*)'/i;

export interface ExplainedProblem {
  readonly words: string;
  readonly field?: string;
}

/** Our own sentence for one of Workday's texts; `undefined` where the text is none we know. */
export function findSentence(text: string): ExplainedProblem | undefined {
  const session = timeout.exec(text);
  if (session !== null) return describeTimeout(session[1]);
  const found = sentences.find(({ pattern }) => pattern.test(text));
  if (found === undefined) return undefined;
  const { words, field } = found;
  return field === undefined ? { words } : { words, field };
}

/** The type of the id that Workday does not know, where that is what the text says. */
export function findInvalidIdType(text: string): string | undefined {
  return invalidId.exec(text)?.[1];
}

function describeTimeout(most: string | undefined): ExplainedProblem {
  const upTo = most === undefined ? "the tenant's maximum" : most;
  const words = `Session timeout minutes must be 0, or from 6 to ${upTo}. Type another number, or leave it empty.`;
  return { words, field: "sessionTimeoutMinutes" };
}
