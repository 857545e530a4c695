import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

/** A text that is looked up in the languages. */
export interface TextUse {
  readonly text: string;
  readonly place: string;
  /** Its fillers include a count, so a language needs its plural forms. */
  readonly hasCount: boolean;
  readonly context: string | null;
}

export interface FileTexts {
  readonly uses: readonly TextUse[];
  /** Texts that a person would read in English whatever the language is, as "place: text". */
  readonly bare: readonly string[];
  /** Look-ups whose text is not written there, so that nothing could check it. */
  readonly unreadable: readonly string[];
}

/** Attributes whose text a person sees or hears. */
const SPOKEN_ATTRIBUTES = new Set(
  'label title placeholder description alt text word aria-label aria-description tooltip message hint says'.split(
    ' ',
  ),
);
const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text);

/** Reads the texts of one file of the window. @param lookUps names of the functions that look a text up */
export function readTexts({ path, text }: SourceFile, lookUps: ReadonlySet<string>): FileTexts {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = { uses: [] as TextUse[], bare: [] as string[], unreadable: [] as string[] };
  const placeOf = (node: ts.Node): string =>
    `${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isLookUp(node.expression, lookUps)) {
      readLookUp(node, placeOf(node), found);
    } else if (ts.isJsxText(node) && hasWords(node.text)) {
      found.bare.push(`${placeOf(node)}: ${node.text.trim()}`);
    } else if (ts.isJsxAttribute(node) && isSpoken(node)) {
      found.bare.push(`${placeOf(node)}: ${node.getText(source)}`);
    } else if (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) {
      readTrans(node, placeOf(node), found);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `t(...)`, and `words.say(...)` where a port is passed around whole. */
function isLookUp(called: ts.Expression, lookUps: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(called)) return lookUps.has(called.text);
  return (
    ts.isPropertyAccessExpression(called) &&
    called.expression.getText() === 'words' &&
    lookUps.has(called.name.text)
  );
}

function readLookUp(
  call: ts.CallExpression,
  place: string,
  found: { uses: TextUse[]; unreadable: string[] },
): void {
  const [first, values] = call.arguments;
  const texts = first ? literalsOf(first) : null;
  if (texts === null) {
    found.unreadable.push(`${place}: ${call.getText().slice(0, 80)}`);
    return;
  }
  const names = values && ts.isObjectLiteralExpression(values) ? values.properties : [];
  const hasCount = names.some((one) => one.name?.getText() === 'count');
  const context = names.find((one) => one.name?.getText() === 'context');
  const meaning =
    context && ts.isPropertyAssignment(context) && ts.isStringLiteralLike(context.initializer)
      ? context.initializer.text
      : null;
  for (const text of texts) found.uses.push({ text, place, hasCount, context: meaning });
}

function readTrans(
  node: ts.JsxSelfClosingElement | ts.JsxOpeningElement,
  place: string,
  found: { uses: TextUse[]; unreadable: string[] },
): void {
  if (node.tagName.getText() !== 'Trans') return;
  const attributes = node.attributes.properties.filter(ts.isJsxAttribute);
  const find = (name: string): ts.JsxAttribute | undefined =>
    attributes.find((one) => one.name.getText() === name);
  const key = find('i18nKey')?.initializer;
  const texts = key ? literalsOf(ts.isJsxExpression(key) && key.expression ? key.expression : key) : null;
  if (texts === null) found.unreadable.push(`${place}: Trans without a written i18nKey`);
  for (const text of texts ?? [])
    found.uses.push({ text, place, hasCount: find('count') !== undefined, context: null });
}

/** 'a', `a`, and isIt ? 'a' : 'b'; null where the text is not written there. */
function literalsOf(node: ts.Node): readonly string[] | null {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (!ts.isConditionalExpression(node)) return null;
  const [one, other] = [literalsOf(node.whenTrue), literalsOf(node.whenFalse)];
  return one && other ? [...one, ...other] : null;
}

function isSpoken(attribute: ts.JsxAttribute): boolean {
  if (!SPOKEN_ATTRIBUTES.has(attribute.name.getText())) return false;
  const value = attribute.initializer;
  if (value === undefined) return false;
  if (ts.isStringLiteral(value)) return hasWords(value.text);
  const inner = ts.isJsxExpression(value) ? value.expression : undefined;
  if (inner === undefined) return false;
  if (ts.isTemplateExpression(inner))
    return [inner.head, ...inner.templateSpans.map(({ literal }) => literal)].some(({ text }) =>
      hasWords(text),
    );
  return (literalsOf(inner) ?? []).some(hasWords);
}
