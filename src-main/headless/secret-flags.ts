const SECRET_FLAGS: Readonly<Record<string, string>> = {
  token: 'TILLBRIDGE_CLOVER_TOKEN',
  'api-token': 'TILLBRIDGE_CLOVER_TOKEN',
  key: 'TILLBRIDGE_WOO_KEY',
  'consumer-key': 'TILLBRIDGE_WOO_KEY',
  secret: 'TILLBRIDGE_WOO_SECRET',
  'consumer-secret': 'TILLBRIDGE_WOO_SECRET',
  'app-secret': 'TILLBRIDGE_CLOVER_APP_SECRET',
  'secret-key': 'TILLBRIDGE_SECRET_KEY',
};

/** Why a flag that carries a secret is refused, and where the secret goes; null for any other flag. */
export function findSecretFlag(flag: string): { readonly why: string; readonly how: string } | null {
  const variable = Object.hasOwn(SECRET_FLAGS, flag) ? SECRET_FLAGS[flag] : undefined;
  if (variable === undefined) return null;
  return {
    why: 'what stands on a command line can be read by every program on this computer',
    how: `Put it into the environment variable ${variable}, or leave it out and type it when asked.`,
  };
}
