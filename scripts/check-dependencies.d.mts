/** What `package-lock.json` says of one package. */
export interface Entry {
  readonly version?: string;
  readonly license?: string;
}

export interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

/** Whether an expression of SPDX, such as `(MIT OR Apache-2.0)`, can be met with the licences allowed. */
export function isLicenceAllowed(expression: string | undefined): boolean;

/** What of the lock file is not as it should be, in words. @param shipped places of what is in an installation */
export function findFaults(lock: Lock, manifest: Manifest, shipped: readonly string[]): string[];

/** Places of the packages that are in an installation. @param imported packages that the sources import */
export function listShipped(lock: Lock, manifest: Manifest, imported: readonly string[]): string[];

/** Packages that the sources of the program import, by name. */
export function listImported(root: string): string[];
