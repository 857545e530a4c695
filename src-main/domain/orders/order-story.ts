import type { FailureCode } from '../failure.ts';
import type { Words } from '../words.ts';
import type { OrderEvent } from './order-flow.ts';
import type { StatusAction } from './order-status-decision.ts';

type Told = Pick<OrderEvent, 'what' | 'text'>;

/**
 * What a step, or whatever else was done, is called where nothing more is known of it. Timelines are kept as short
 * words, so that every reader has whole sentences of them, of old ones too.
 */
export const ORDER_STEPS: Readonly<Record<string, string>> = {
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
export const ORDER_NOTES = {
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
  | keyof typeof ORDER_NOTES
  | FailureCode
  | `${number} lines${string}`
  | `refused: ${FailureCode}; goes in words`
  | `the store’s note: ${FailureCode}`;

/** Removed and flagged keep the till's number of the order that it was about. */
const NUMBERED: readonly string[] = ['removed', 'flagged'];

type StoryWords = Pick<Words, 'say' | 'tell' | 'sayCode'>;

/**
 * One event of an order as a sentence for a manager.
 * @param words in whose language, and with a failure's sentence by its code
 */
export function tellEvent({ what, text }: Told, words: StoryWords): string {
  const kept = ORDER_STEPS[what];
  const step = kept === undefined ? words.say('Something was done about it.') : words.tell(kept);
  if (text === '' || NUMBERED.includes(what)) return step;
  return (
    readNote(`${what} ${text}`, words) ??
    readNote(text, words) ??
    words.sayCode(text) ??
    tellLines(text, step, words) ??
    tellRefusal(text, words) ??
    tellStatus(text, words) ??
    tellWords(text, step, words)
  );
}

function readNote(key: string, { tell }: StoryWords): string | null {
  const note = (ORDER_NOTES as Readonly<Record<string, string>>)[key];
  return note === undefined ? null : tell(note);
}

function tellLines(text: string, whole: string, { say }: StoryWords): string | null {
  const found = /^(\d+) lines(.*)$/.exec(text);
  if (!found) return null;
  const [step, count] = [whole.slice(0, -1), Number(found[1])];
  const lines = found[2]?.includes('in words')
    ? say('{{step}} with {{count}} lines, in words.', { step, count })
    : say('{{step}} with {{count}} lines.', { step, count });
  return found[2]?.includes('signs left out')
    ? `${lines} ${say('Signs that the till cannot keep, such as emoji, were left out.')}`
    : lines;
}

function tellRefusal(text: string, { say, sayCode }: StoryWords): string | null {
  const [, code] = /^refused: (\w+); goes in words$/.exec(text) ?? [];
  if (code !== undefined)
    return `${say('The till did not take it as it was, so it goes to the kitchen in words.')} ${sayCode(code) ?? ''}`.trim();
  const [, kept] = /^the store’s note: (\w+)$/.exec(text) ?? [];
  return kept === undefined
    ? null
    : `${say('The store did not take the note about it.')} ${sayCode(kept) ?? ''}`.trim();
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

type TellAction = (how: string, words: StoryWords) => string;

const ACTIONS: Readonly<Record<string, TellAction>> = {
  'set-store': (to, words) =>
    to === ''
      ? words.say('the store was told')
      : words.say('the store was told, where it is {{status}} now', { status: nameStatus(to, words) }),
  'set-till': (_how, { say }) => say('the till was told'),
  'mark-till': (mark, words) => {
    if (mark === 'none') return words.say('the mark on the till’s order was taken away');
    return mark === ''
      ? words.say('the till was told')
      : words.say('the till’s order is marked as {{mark}}', { mark: nameStatus(mark, words) });
  },
  'delete-till': (_how, { say }) => say('it was taken off the till'),
  'note-store': (_how, { say }) => say('a note was written in the store'),
  'note-till': (_how, { say }) => say('a note was written on the till'),
  restock: (_how, { say }) => say('its pieces go back into stock'),
};

/** What happened to an order where that is not the very word of its status. */
const HAPPENED: Readonly<Record<string, (words: StoryWords) => string>> = {
  fulfilled: ({ say }) => say('Done', { context: 'order' }),
  trash: ({ say }) => say('Moved to the trash'),
  gone: ({ say }) => say('Deleted for good'),
  paid: ({ say }) => say('Paid', { context: 'order' }),
  processing: ({ say }) => say('Processing', { context: 'order' }),
  completed: ({ say }) => say('Completed', { context: 'order' }),
  cancelled: ({ say }) => say('Cancelled', { context: 'order' }),
  refunded: ({ say }) => say('Refunded', { context: 'order' }),
  failed: ({ say }) => say('Failed', { context: 'order' }),
};
/** Where an order stands, within a sentence. */
const STATES: Readonly<Record<string, (words: StoryWords) => string>> = {
  fulfilled: ({ say }) => say('fulfilled', { context: 'state' }),
  open: ({ say }) => say('open', { context: 'state' }),
  paid: ({ say }) => say('paid', { context: 'state' }),
  pending: ({ say }) => say('pending', { context: 'state' }),
  processing: ({ say }) => say('processing', { context: 'state' }),
  'on-hold': ({ say }) => say('on-hold', { context: 'state' }),
  completed: ({ say }) => say('completed', { context: 'state' }),
  cancelled: ({ say }) => say('cancelled', { context: 'state' }),
  refunded: ({ say }) => say('refunded', { context: 'state' }),
  failed: ({ say }) => say('failed', { context: 'state' }),
  trash: ({ say }) => say('trash', { context: 'state' }),
};

const nameStatus = (status: string, words: StoryWords): string => STATES[status]?.(words) ?? status;

const startSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function tellStatus(text: string, words: StoryWords): string | null {
  const parts = text.split(', ').map((part) => part.split(' '));
  const [first] = parts;
  const from = first?.[0] === 'from' ? first : null;
  const done = from ? parts.slice(1) : parts;
  const clauses = done.map(([kind = '', how = '']) => ACTIONS[kind]?.(how, words));
  if (done.length === 0 || clauses.some((clause) => clause === undefined)) return null;
  const said = [...new Set(done.map(([, how = '']) => words.sayCode(how)).filter((one) => one !== null))];
  const all = joinClauses([...new Set(clauses.filter((clause) => clause !== undefined))], words);
  return [`${startSentence(from ? tellFrom(from, all, words) : all)}.`, ...said].join(' ');
}

/** What was done, after what had happened on the other side. */
function tellFrom([, side, status = '']: readonly string[], done: string, words: StoryWords): string {
  const happened = HAPPENED[status]?.(words) ?? startSentence(status);
  return side === 'till'
    ? words.say('{{happened}} on the till: {{done}}', { happened, done })
    : words.say('{{happened}} in the store: {{done}}', { happened, done });
}

function joinClauses(clauses: readonly string[], { say }: StoryWords): string {
  const last = clauses.at(-1) ?? '';
  return clauses.length < 2
    ? last
    : say('{{clauses}}, and {{last}}', { clauses: clauses.slice(0, -1).join(', '), last });
}

/** A status by its name alone, or words that are a sentence but for its shape. */
function tellWords(text: string, step: string, words: StoryWords): string {
  if (/^[a-z][a-z-]*$/.test(text))
    return words.say('In the store it is {{status}} now.', { status: nameStatus(text, words) });
  return text.includes(' ') ? `${startSentence(text.replace(/[.]$/, ''))}.` : step;
}
