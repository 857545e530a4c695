import type { FailureCode } from '../failure.ts';
import type { OrderEvent } from './order-flow.ts';
import type { StatusAction } from './order-status-decision.ts';

type Told = Pick<OrderEvent, 'what' | 'text'>;

/**
 * What a step, or whatever else was done, is called where nothing more is known of it. Timelines are kept as short
 * words, so that every reader has whole sentences of them, of old ones too.
 */
const STEPS: Readonly<Record<string, string>> = {
  seen: 'It came in.',
  placing: 'It is being put on the till.',
  placed: 'It is on the till.',
  paying: 'Its payment is being recorded on the till.',
  paid: 'Its payment is recorded on the till.',
  printing: 'Its ticket is next.',
  printed: 'Nothing more is done about its ticket.',
  reported: 'The store has a note of where it stands.',
  person: 'It waits for a person.',
  prerequisite: 'It waits for something that the till lacks.',
  'not-due': 'It is not to be sent yet.',
  closed: 'It is over: nothing more is done.',
  print: 'The ticket was not printed.',
  unproved: 'Nothing says that the ticket was printed.',
  retry: 'A person lets it go on.',
  reprint: 'A person prints the ticket once more.',
  acknowledged: 'A person has looked at it.',
  'by-hand': 'A person says that it is on the till already.',
  status: 'Where it stands was carried to the other side.',
  total: 'Its total was changed on the till.',
  removed: 'What was begun on the till before is gone from there.',
  flagged: 'One that was given up before shows on the till after all.',
};

/** Words that are kept with an event; those of one step alone are named with it. */
const NOTES = {
  begun: 'An empty order was opened on the till; nobody sees it yet.',
  'begun anew': 'Nobody can tell what arrived, so another one is begun; nobody sees the first.',
  'was gone': 'What was begun on the till was gone; another one is begun.',
  shown: 'It is on the till: it was shown there already.',
  found: 'It is on the till: it was there already.',
  'paid found': 'Its payment is recorded on the till: it was there already.',
  'planned anew': 'What goes to the till is planned anew.',
  'placed anew': 'It has to be put on the till first.',
  'nothing to pay': 'There is nothing to pay.',
  'to be paid at the till': 'It is not paid yet: that is left to the till.',
  'paid at the till': 'It was paid at the till.',
  'left to the till': 'Printing its ticket is left to the till.',
  'sent to the printer': 'The ticket was sent to the printer.',
  'reprint sent to the printer': 'The ticket was sent to the printer once more.',
  'the printer’s answer was lost': 'The printer’s answer was lost; the ticket is not sent again by itself.',
  'the till says that it was printed': 'The ticket is there: the till says that it was printed.',
  'the store moved meanwhile': 'The store’s order changed meanwhile, so it is looked at anew.',
  'a person lets it go on': 'A person lets it go on.',
  'sent anew': 'A person sends it to the till once more, as a new order.',
} as const satisfies Record<string, string>;

/** What a step may keep with its event; empty where its name says all. */
export type EventText =
  | ''
  | keyof typeof NOTES
  | FailureCode
  | `${number} lines${string}`
  | `refused: ${FailureCode}; goes in words`
  | `the store’s note: ${FailureCode}`;

/** Removed and flagged keep the till's number of the order that it was about. */
const NUMBERED: readonly string[] = ['removed', 'flagged'];

/**
 * One event of an order as a sentence for a manager.
 * @param say a failure's sentence by its code; null where there is no such code
 */
export function tellEvent({ what, text }: Told, say: (code: string) => string | null): string {
  const step = STEPS[what] ?? 'Something was done about it.';
  if (text === '' || NUMBERED.includes(what)) return step;
  return (
    readNote(`${what} ${text}`) ??
    readNote(text) ??
    say(text) ??
    tellLines(text, step) ??
    tellRefusal(text, say) ??
    tellStatus(text, say) ??
    tellWords(text, step)
  );
}

const readNote = (key: string): string | null => (NOTES as Readonly<Record<string, string>>)[key] ?? null;

function tellLines(text: string, step: string): string | null {
  const lines = /^(\d+) lines(.*)$/.exec(text);
  if (!lines) return null;
  const words = lines[2]?.includes('in words') ? ', in words' : '';
  const signs = lines[2]?.includes('signs left out')
    ? ' Signs that the till cannot keep, such as emoji, were left out.'
    : '';
  return `${step.slice(0, -1)} with ${lines[1] === '1' ? '1 line' : `${lines[1]} lines`}${words}.${signs}`;
}

function tellRefusal(text: string, say: (code: string) => string | null): string | null {
  const [, code] = /^refused: (\w+); goes in words$/.exec(text) ?? [];
  if (code !== undefined)
    return `The till did not take it as it was, so it goes to the kitchen in words. ${say(code) ?? ''}`.trim();
  const [, kept] = /^the store’s note: (\w+)$/.exec(text) ?? [];
  return kept === undefined ? null : `The store did not take the note about it. ${say(kept) ?? ''}`.trim();
}

/** How a status was carried over: `from till cancelled, set-store cancelled, restock`. */
export function writeStatus(
  actions: readonly StatusAction[],
  { store, till }: { readonly store: string; readonly till: string },
): string {
  if (actions.length === 0) return '';
  const isFromTill = actions.some(({ kind }) => kind === 'set-store');
  const isFromStore = actions.some(({ kind }) => kind === 'mark-till' || kind === 'delete-till');
  const from = isFromTill ? [`from till ${till}`] : isFromStore ? [`from store ${store}`] : [];
  return [...from, ...actions.map(writeAction)].join(', ');
}

function writeAction(action: StatusAction): string {
  if (action.kind === 'set-store') return `set-store ${action.to}`;
  if (action.kind === 'mark-till') return `mark-till ${action.mark ?? 'none'}`;
  return 'says' in action ? `${action.kind} ${action.says.code}` : action.kind;
}

const ACTIONS: Readonly<Record<string, (how: string) => string>> = {
  'set-store': (to) => (to === '' ? 'the store was told' : `the store was told, where it is ${to} now`),
  'set-till': () => 'the till was told',
  'mark-till': (mark) =>
    mark === 'none'
      ? 'the mark on the till’s order was taken away'
      : mark === ''
        ? 'the till was told'
        : `the till’s order is marked as ${mark}`,
  'delete-till': () => 'it was taken off the till',
  'note-store': () => 'a note was written in the store',
  'note-till': () => 'a note was written on the till',
  restock: () => 'its pieces go back into stock',
};

const SIDES: Readonly<Record<string, string>> = { till: 'on the till', store: 'in the store' };
const STATUSES: Readonly<Record<string, string>> = {
  fulfilled: 'Done',
  trash: 'Moved to the trash',
  gone: 'Deleted for good',
};

const startSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function tellStatus(text: string, say: (code: string) => string | null): string | null {
  const parts = text.split(', ').map((part) => part.split(' '));
  const [first] = parts;
  const from = first?.[0] === 'from' ? first : null;
  const done = from ? parts.slice(1) : parts;
  const clauses = done.map(([kind = '', how = '']) => ACTIONS[kind]?.(how));
  if (done.length === 0 || clauses.some((clause) => clause === undefined)) return null;
  const said = [...new Set(done.map(([, how = '']) => say(how)).filter((sentence) => sentence !== null))];
  const status = from?.[2] ?? '';
  const head = from ? `${STATUSES[status] ?? startSentence(status)} ${SIDES[from[1] ?? '']}: ` : '';
  const [main = '', ...more] = [...new Set(clauses)];
  const all = more.length === 0 ? main : `${[main, ...more.slice(0, -1)].join(', ')}, and ${more.at(-1)}`;
  return [startSentence(`${head}${all}.`), ...said].join(' ');
}

/** A status by its name alone, or words that are a sentence but for its shape. */
function tellWords(text: string, step: string): string {
  if (/^[a-z][a-z-]*$/.test(text)) return `In the store it is ${text} now.`;
  return text.includes(' ') ? `${startSentence(text.replace(/[.]$/, ''))}.` : step;
}
