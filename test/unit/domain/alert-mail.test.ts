import { expect, it } from 'vitest';
import { type Alert, mergeAlert } from '../../../src-main/domain/alert.ts';
import { writeAlertMail } from '../../../src-main/domain/alert-mail.ts';
import type { Telling } from '../../../src-main/domain/alert-policy.ts';
import { ENGLISH } from '../../../src-main/ipc/words.ts';

const FACTS = { shop: 'Pizza & Co', describeTime: (atMs: number) => `at ${atMs}`, words: ENGLISH };
const alert: Alert = {
  kind: 'sync-error',
  key: 'a',
  title: 'Till & store refuse <Tillbridge>.',
  body: 'Connect it again.',
  opens: '#/home',
};

function tell(count: number, given: Partial<Telling> = {}): Telling {
  const alerts = Array.from({ length: count }, (_, at) => ({ id: at + 1, ...mergeAlert(alert, null, 5) }));
  const { kind, title, body, opens } = alert;
  return { kind, title, body, opens, isUrgent: false, isRepeat: false, alerts, ...given };
}

it('a mail says in its subject what happened and where, and in its text what to do', () => {
  const { subject, text, html } = writeAlertMail(tell(1), FACTS);
  expect(subject).toBe('Till & store refuse <Tillbridge>. (Tillbridge, Pizza & Co)');
  expect(text).toBe(
    'Till & store refuse <Tillbridge>.\nConnect it again.\nat 5\n\nOpen Tillbridge on the shop’s computer: Home lists everything that needs you.\n',
  );
  expect(html).toContain('<strong>Till &amp; store refuse &lt;Tillbridge&gt;.</strong><br>Connect it again.');
});

it('a mail about many lists fifty and counts the rest; a repeat says so', () => {
  const { subject, text } = writeAlertMail(tell(60, { title: '60 things', isRepeat: true }), FACTS);
  expect(subject).toMatch(/^Still not seen: 60 things/);
  expect(text.match(/Connect it again/g)).toHaveLength(50);
  expect(text).toContain('And 10 more.');
});
