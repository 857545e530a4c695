import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Session, waitForName } from './session.ts';

export interface SeenNote {
  readonly title: string;
  readonly body: string;
  readonly urgency: string;
}

/** A desktop's notifications: shown on the session's screen, and noted. */
export interface NotificationDaemon {
  read(): SeenNote[];
  countShown(): number;
  /** Clicks the only one that is shown. */
  click(): void;
}

/** For each notification: its parts, each ended by a zero byte, as a body may have any other character. */
const SCRIPT = `#!/bin/sh
printf '%s\\0%s\\0%s\\0' "$DUNST_SUMMARY" "$DUNST_BODY" "$DUNST_URGENCY" >> "$(dirname "$0")/notes"
`;

export async function addNotificationDaemon(session: Session): Promise<NotificationDaemon> {
  const folder = mkdtempSync(join(session.env.XDG_RUNTIME_DIR ?? '', 'notes-'));
  const script = join(folder, 'note.sh');
  writeFileSync(script, SCRIPT);
  chmodSync(script, 0o700);
  // Nothing goes by itself: what goes, the app took away.
  writeFileSync(
    join(folder, 'dunstrc'),
    `[urgency_normal]\ntimeout = 0\n[all]\nsummary = "*"\nscript = ${script}\n`,
  );
  session.start('dunst', ['-conf', join(folder, 'dunstrc')]);
  await waitForName(session, 'org.freedesktop.Notifications');
  const control = (...args: readonly string[]): string =>
    execFileSync('dunstctl', args, { env: { ...process.env, ...session.env }, encoding: 'utf8' });
  return {
    countShown: () => Number(control('count', 'displayed')),
    read: () => {
      const file = join(folder, 'notes');
      const parts = existsSync(file) ? readFileSync(file, 'utf8').split('\0').slice(0, -1) : [];
      return Array.from({ length: parts.length / 3 }, (_, at) => {
        const [title = '', body = '', urgency = ''] = parts.slice(at * 3, at * 3 + 3);
        return { title, body, urgency };
      });
    },
    click: () => {
      control('action', '0');
      // Other desktops take away by themselves what was clicked.
      control('close-all');
    },
  };
}
