import type { Sentence } from '../sentence.ts';

/** This computer: the data folder, the keychain, and mistakes of our own. */
export const MACHINE_SENTENCES = {
  DATA_IN_USE: {
    says: 'Tillbridge is already at work on this data[ {holder}][ (process {pid})], and only one may change it at a time.',
    next: '{how|Wait until the other one has ended, or close it, then try again.}',
  },
  DATA_DAMAGED: {
    says: 'The data file[ {file}] is damaged[: {detail}]. It was left as it is.',
    next: 'Start Tillbridge: it takes the newest good copy from the folder "backups" beside it. Where none is good, keep the file for support.',
  },
  DATA_TOO_NEW: {
    says: 'The data file[ {file}] was written by a newer Tillbridge, which this one cannot read.',
    next: 'Install the newest version of Tillbridge.',
  },
  DATA_UNWRITABLE: {
    says: 'The data file[ {file}] cannot be written[: {detail}].',
    next: 'Make sure that the disk has room and that the folder belongs to you, then try again.',
  },
  DATA_HELD: {
    says: 'Another program holds the data file[ {file}][: {detail}]. Nothing is written meanwhile, and nothing is lost.',
    next: 'Close what has it open (a database viewer, a copying program), and leave the folder out of virus scans and cloud folders. Tillbridge goes on by itself.',
  },
  SECRET_NO_KEYCHAIN: {
    says: 'This computer has no keychain that opens[ ({detail})], and keys are never kept in plain text.',
    next: 'Unlock the keychain (on Linux install gnome-keyring), or set TILLBRIDGE_SECRET_KEY to 32 random bytes in base64.',
  },
  SECRET_KEY_WRONG: {
    says: 'TILLBRIDGE_SECRET_KEY does not open the saved keys[ in {file}]: it must be 32 bytes in base64, always the same.',
    next: 'Set it to the key that was used when you connected; if that is lost, delete the file and connect again.',
  },
  SECRET_MISSING: {
    says: 'The keys of this connection are no longer on this computer[ ({name})].',
    next: 'Connect again with the same token or keys.',
  },
  AUTOSTART_REFUSED: {
    says: 'This computer did not let Tillbridge change whether it starts with it[: {detail}].',
    next: 'Change it in the computer’s own settings for programs that start by themselves.',
  },
  BUG: {
    says: 'Something went wrong that never should[ (in {where})][: {detail}]. This is a mistake in Tillbridge itself.',
    next: 'Try once more; if it happens again, send the log to support.',
  },
} as const satisfies Record<string, Sentence>;
