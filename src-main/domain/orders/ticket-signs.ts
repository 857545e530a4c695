// The till keeps a question mark of every character beyond the basic plane (clover.md 0). What such a sign says to
// a cook is written out; fancy letters become plain ones; all others go, with what only joins or colours them.

const HAS_SIGN = /[\u{10000}-\u{10FFFF}]/u;
const EACH_SIGN = /[\u{10000}-\u{10FFFF}]/gu;
/** Signs in a row, with what is joined to them, presentation marks, and the spaces around and between them. */
const SIGN_RUN =
  /(?<! ) *(?:[\u200D\uFE0E\uFE0F]*[\u{10000}-\u{10FFFF}](?:\u200D[\u2190-\u2BFF]|[\u200D\uFE0E\uFE0F])* *)+/gu;
/** So much of the text before a sign is looked at: long texts of nothing but signs are read in one go. */
const NEAR = 40;
/** `No onions 🧅`: a sign behind its word says it once more. */
const LAST_WORD = /\p{L}+(?=\P{L}*$)/u;
const NO_SPACE_BEFORE = /^[\n.,;:!?)\]]/;
const NO_SPACE_AFTER = /[\n([]$/;
/** Skin tones and the letters of flags say nothing by themselves. */
const COLOURS = /[\u{1F3FB}-\u{1F3FF}]/gu;

/** Food that somebody may not bear or asks for, and the few signs that are an instruction. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '🥜': 'peanuts',
    '🌰': 'nuts',
    '🥛': 'milk',
    '🧀': 'cheese',
    '🧈': 'butter',
    '🥚': 'egg',
    '🍳': 'egg',
    '🌾': 'wheat',
    '🍞': 'bread',
    '🐟': 'fish',
    '🦐': 'shrimp',
    '🦀': 'crab',
    '🦞': 'lobster',
    '🦪': 'oyster',
    '🐖': 'pork',
    '🐷': 'pork',
    '🥓': 'bacon',
    '🐄': 'beef',
    '🥩': 'meat',
    '🍗': 'chicken',
    '🌶': 'chili',
    '🧄': 'garlic',
    '🧅': 'onion',
    '🍄': 'mushrooms',
    '🍅': 'tomato',
    '🫒': 'olives',
    '🫑': 'peppers',
    '🥒': 'cucumber',
    '🥬': 'salad',
    '🌽': 'corn',
    '🥔': 'potato',
    '🍍': 'pineapple',
    '🍋': 'lemon',
    '🥑': 'avocado',
    '🍫': 'chocolate',
    '🍯': 'honey',
    '🧂': 'salt',
    '🧊': 'ice',
    '🚫': 'no',
    '🔔': 'ring the bell',
    '🔕': 'do not ring',
    '🎂': 'birthday',
  }),
);

/** The text as the till can keep it; of a text without such signs nothing changes. */
export function spellSigns(text: string): string {
  if (!HAS_SIGN.test(text)) return text;
  return text.replace(EACH_SIGN, plainLetter).replace(SIGN_RUN, (run: string, at: number, whole: string) => {
    const before = whole.slice(Math.max(0, at - NEAR), at);
    const after = whole.slice(at + run.length, at + run.length + 1);
    return join(nameSigns(run, before), run, before, after);
  });
}

/** Whether something of the text is neither kept nor said in a word. */
export const losesSigns = (text: string): boolean =>
  HAS_SIGN.test(text) &&
  listSigns(text.replace(EACH_SIGN, plainLetter).replace(COLOURS, '')).some((sign) => !WORDS.has(sign));

const listSigns = (text: string): readonly string[] => text.match(EACH_SIGN) ?? [];

/** An ornament of a letter (𝓜) is that letter. */
function plainLetter(sign: string): string {
  const plain = sign.normalize('NFKC');
  return HAS_SIGN.test(plain) ? sign : plain;
}

/** `[chili x 3] [cheese]`; empty where none of them has a word, or only that of the text before it. */
function nameSigns(run: string, before: string): string {
  const said = LAST_WORD.exec(before)?.[0].toLowerCase() ?? '';
  const counts = new Map<string, number>();
  for (const sign of listSigns(run)) {
    const word = WORDS.get(sign);
    if (word !== undefined && !said.includes(word.replace(/s$/, '')))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => (count > 1 ? `[${word} x ${count}]` : `[${word}]`)).join(' ');
}

/** What stands in place of a run, with no more spaces than the texts beside it need. */
function join(words: string, run: string, before: string, after: string): string {
  const isOpen = before === '' || NO_SPACE_AFTER.test(before);
  const isClosed = after === '' || NO_SPACE_BEFORE.test(after);
  if (words !== '') return `${isOpen ? '' : ' '}${words}${isClosed ? '' : ' '}`;
  const isSpaced = run.startsWith(' ') || run.endsWith(' ');
  return isSpaced && !isOpen && !isClosed ? ' ' : '';
}
