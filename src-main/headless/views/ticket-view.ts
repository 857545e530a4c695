import { cleanText, cutText, measureWidth, padText } from '../terminal/display-width.ts';

/** What stands on a kitchen's paper. */
export interface Paper {
  /** The till's order type; empty where it is not known. */
  readonly type: string;
  readonly title: string;
  /** One for each unit, as the till has them. */
  readonly lines: readonly {
    readonly name: string;
    readonly choices: readonly string[];
    readonly note: string;
  }[];
  readonly note: string;
}

const WIDTH = 44;

/** A ticket as the kitchen holds it in hand: equal lines are counted (clover.md 7.3 knows single units only). */
export function drawTicket({ type, title, lines, note }: Paper): string[] {
  const rows = [
    ...(type === '' ? [] : [cleanText(type).toUpperCase()]),
    ...wrapText(cleanText(title), WIDTH),
    '-'.repeat(WIDTH),
    ...countLines(lines).flatMap(({ count, line }) => [
      ...wrapText(`${count} x ${cleanText(line.name)}`, WIDTH),
      ...line.choices.flatMap((choice) => indent(`+ ${cleanText(choice)}`)),
      ...(line.note === '' ? [] : indent(`"${cleanText(line.note)}"`)),
    ]),
    ...(note === '' ? [] : ['-'.repeat(WIDTH)]),
    ...(note === '' ? [] : note.split('\n').flatMap((text) => wrapText(cleanText(text), WIDTH))),
  ];
  return [
    `┌${'─'.repeat(WIDTH + 2)}┐`,
    ...rows.map((row) => `│ ${padText(cutText(row, WIDTH), WIDTH)} │`),
    `└${'─'.repeat(WIDTH + 2)}┘`,
  ];
}

function countLines(
  lines: Paper['lines'],
): { readonly count: number; readonly line: Paper['lines'][number] }[] {
  const groups = new Map<string, { count: number; line: Paper['lines'][number] }>();
  for (const line of lines) {
    const key = JSON.stringify([line.name, line.choices, line.note]);
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { count: 1, line });
  }
  return [...groups.values()];
}

const indent = (text: string): string[] => wrapText(text, WIDTH - 4).map((row) => `    ${row}`);

/** At words where there are any; what is longer than a row is cut there. */
function wrapText(text: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (measureWidth(longer) <= width) {
      row = longer;
      continue;
    }
    if (row !== '') rows.push(row);
    row = word;
  }
  return [...rows, row];
}
