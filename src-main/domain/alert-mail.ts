import type { KeptAlert } from './alert.ts';
import type { Telling } from './alert-policy.ts';
import type { Words } from './words.ts';

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailFacts {
  /** The shop's name; null while no till is connected. */
  readonly shop: string | null;
  /** A moment in words, here. */
  readonly describeTime: (atMs: number) => string;
  readonly words: Words;
}

const MOST_LISTED = 50;

const nameApp = (shop: string | null): string => (shop === null ? 'Tillbridge' : `Tillbridge, ${shop}`);

/** One mail for one telling: what happened, what to do, each thing on its own. */
export function writeAlertMail({ title, isRepeat, alerts }: Telling, facts: MailFacts): MailText {
  const listed = alerts.slice(0, MOST_LISTED).map((alert) => describeAlert(alert, facts));
  const others = alerts.length - listed.length;
  const { say, language } = facts.words;
  const headline = isRepeat ? say('Still not seen: {{title}}', { title }) : title;
  const nextStep = say('Open Tillbridge on the shop’s computer: Home lists everything that needs you.');
  const paragraphs = [
    ...(alerts.length > 1 ? [[headline]] : []),
    ...listed,
    ...(others > 0 ? [[say('And {{others}} more.', { others })]] : []),
    [nextStep],
  ];
  return writeMail(`${headline} (${nameApp(facts.shop)})`, paragraphs, language);
}

/** Shows that mails arrive. */
export const writeTestMail = ({ shop, words }: Pick<MailFacts, 'shop' | 'words'>): MailText =>
  writeMail(
    words.say('A test mail ({{app}})', { app: nameApp(shop) }),
    [
      [words.say('This is a test. E-mail from Tillbridge reaches you.')],
      [words.say('Which alerts are sent here is chosen in Tillbridge under Settings, Alerts.')],
    ],
    words.language,
  );

function describeAlert({ title, body, count, lastMs }: KeptAlert, facts: MailFacts): string[] {
  const time = facts.describeTime(lastMs);
  const { say } = facts.words;
  return [title, body, count > 1 ? say('{{times}} times, last {{time}}', { times: count, time }) : time];
}

/** Paragraphs of lines; the first line of one with several is what it is about. */
function writeMail(subject: string, paragraphs: readonly (readonly string[])[], language: string): MailText {
  const text = `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  const body = paragraphs.map(writeParagraph).join('\n');
  const html = `<!doctype html>\n<html lang="${language}"><body style="font-family: sans-serif">\n${body}\n</body></html>\n`;
  return { subject, text, html };
}

function writeParagraph([first = '', ...rest]: readonly string[]): string {
  const lines = [
    rest.length === 0 ? escapeHtml(first) : `<strong>${escapeHtml(first)}</strong>`,
    ...rest.map(escapeHtml),
  ];
  return `<p>${lines.join('<br>')}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
