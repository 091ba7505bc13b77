import { Secret } from "../secret.ts";
import { checkRunnerKey } from "./check-together.ts";
import { Environment } from "./environment.ts";
import type { ConfigFile } from "./file.ts";
import { type FileFollower, openSecretFile } from "./followed-files.ts";

export interface SecretsOfEnvironment {
  readonly botToken: Secret;
  readonly signingSecret: Secret | undefined;
  readonly appToken: Secret | undefined;
  readonly auditKey: Secret;
  readonly runnerSigningKey: Secret | undefined;
  readonly azureClientSecret: Secret | undefined;
}

interface Places {
  readonly files: FileFollower;
  /** The file of each setting that has one. */
  readonly paths: ReadonlyMap<string, string>;
}

/** Wraps what the environment holds; what stands in a file is read again whenever that has changed. */
export function toSecrets(
  env: Environment,
  file: ConfigFile,
  places: Places,
): SecretsOfEnvironment {
  const follow = createFollow(file, places);
  function find(name: FollowedName): Secret | undefined {
    const first = env[name];
    return first === undefined ? undefined : follow(name, first);
  }
  return {
    botToken: follow("SLACK_BOT_TOKEN", env.SLACK_BOT_TOKEN),
    signingSecret: find("SLACK_SIGNING_SECRET"),
    appToken: find("SLACK_APP_TOKEN"),
    // With another key the trail would not be one any more: it is read once.
    auditKey: new Secret(env.AUDIT_KEY),
    runnerSigningKey: find("RUNNER_SIGNING_KEY"),
    azureClientSecret: find("AZURE_CLIENT_SECRET"),
  };
}

type FollowedName =
  | "SLACK_BOT_TOKEN"
  | "SLACK_SIGNING_SECRET"
  | "SLACK_APP_TOKEN"
  | "RUNNER_SIGNING_KEY"
  | "AZURE_CLIENT_SECRET";

/** Secrets of the environment, those of a file read again whenever it has changed and holds what the setting takes. */
function createFollow(
  file: ConfigFile,
  { files, paths }: Places,
): (name: FollowedName, first: string) => Secret {
  function isRight(name: FollowedName, text: string): boolean {
    const isRunners = checkRunnerKey(file, { [name]: text }).length > 0;
    return Environment.shape[name].safeParse(text).success && !isRunners;
  }
  return (name, first) => {
    const path = paths.get(name);
    if (path === undefined) return new Secret(first);
    return openSecretFile(files, {
      setting: `${name}_FILE`,
      path,
      first,
      isRight: (text) => isRight(name, text),
    });
  };
}
