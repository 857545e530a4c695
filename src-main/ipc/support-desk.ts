import type { Failure } from '../domain/failure.ts';
import type { CrashRecord } from '../log/crash-record.ts';
import type { ArchiveFile } from '../log/zip.ts';

/** What is given to support or to the person whose data it is, and what erases it. */
export interface SupportDesk {
  /** Unix milliseconds. */
  readNowMs(): number;
  /** Newest first. */
  readCrashes(): CrashRecord[];
  /** States, counts and codes; no secret, nothing of a customer, no description of an item. */
  writeDiagnostics(): ArchiveFile[];
  /** All that this computer holds, readable by machines; no secret. */
  exportData(): ArchiveFile[];
  /**
   * Disconnects both sides and the relay, forgets the secrets and removes what Tillbridge has made in its folder. The
   * engine is closed with it. Answers what could not be reached, and so stays elsewhere.
   */
  erase(): Promise<readonly Failure[]>;
  /** Whether the data file takes something now. */
  canWrite(): boolean;
  /** Why it takes nothing, as one who only reads can find out; null where it does. */
  findWriteTrouble(): Failure | null;
}
