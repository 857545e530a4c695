import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { HubFailure } from '../hub-failure.ts';

const FILE = 'hub.env';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment, completed from `hub.env` of the working folder, or from the file that TILLBRIDGE_HUB_ENV_FILE names.
 * @throws HubFailure CONFIG_WRONG where a named file cannot be read
 */
export function completeEnvironment(env: Environment): Environment {
  const named = env.TILLBRIDGE_HUB_ENV_FILE;
  const file = named ?? FILE;
  if (named === undefined && !existsSync(file)) return env;
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...env };
  } catch (error) {
    const { code } = error as { code?: string };
    throw new HubFailure(
      'CONFIG_WRONG',
      `The options file ${file} cannot be read (${code ?? 'unknown'}). Run this as the hub's own user, or correct TILLBRIDGE_HUB_ENV_FILE.`,
    );
  }
}
