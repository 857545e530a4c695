export type CloverEnvironmentName = 'sandbox' | 'na' | 'eu' | 'la';

/** One of Clover's separate worlds: tokens and merchants of one are unknown in the others (clover.md 1). */
export interface CloverEnvironment {
  readonly name: CloverEnvironmentName;
  readonly label: string;
  /** Origin of the REST API, without a trailing slash. */
  readonly apiUrl: string;
  /** Origin of the pages where a merchant logs in and lets an app in. */
  readonly webUrl: string;
}

export const CLOVER_ENVIRONMENTS: readonly CloverEnvironment[] = [
  {
    name: 'sandbox',
    label: 'Sandbox',
    apiUrl: 'https://apisandbox.dev.clover.com',
    webUrl: 'https://sandbox.dev.clover.com',
  },
  {
    name: 'na',
    label: 'North America',
    apiUrl: 'https://api.clover.com',
    webUrl: 'https://www.clover.com',
  },
  {
    name: 'eu',
    label: 'Europe',
    apiUrl: 'https://api.eu.clover.com',
    webUrl: 'https://www.eu.clover.com',
  },
  {
    name: 'la',
    label: 'Latin America',
    apiUrl: 'https://api.la.clover.com',
    webUrl: 'https://www.la.clover.com',
  },
];

/** @returns null for a name that is none of the four. */
export const findCloverEnvironment = (name: string): CloverEnvironment | null =>
  CLOVER_ENVIRONMENTS.find((environment) => environment.name === name) ?? null;
