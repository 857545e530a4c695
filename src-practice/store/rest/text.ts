const LONE_AMPERSAND = /&(?!(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)/g;
const UNCLOSED_TAG = /<[^<>]*(?=<|$)/g;
const TAG_OR_BRACKET = /<[^>]*>|>/g;
const KEPT_TAG =
  /^<\s*\/?\s*(?:a|abbr|b|blockquote|br|code|del|div|em|h[1-6]|hr|i|img|ins|li|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)\b/i;
const BLOCK_TAG = /^<\/?(?:blockquote|div|h[1-6]|hr|li|ol|p|pre|table|ul)\b/i;
const COMBINING_MARKS = /[\u0300-\u036f]/g;
const MAX_SLUG_BYTES = 200;

/**
 * A product's name or description as WordPress stores and returns it: `&` and a `<` that opens no tag
 * become entities, harmless tags stay; encoding twice changes nothing (woocommerce.md 3).
 */
export function encodePostText(text: string): string {
  return text
    .replace(UNCLOSED_TAG, (part) => encodeBrackets(part))
    .replace(TAG_OR_BRACKET, (part) => {
      if (part === '>') return '&gt;';
      return KEPT_TAG.test(part) ? part : '';
    })
    .replace(LONE_AMPERSAND, '&amp;');
}

/** A term's name: tags stripped, `&`, `<` and `>` as entities, blanks collapsed. */
export function encodeTermName(text: string): string {
  return encodeBrackets(
    text
      .replace(/<[a-zA-Z/][^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Plain one-line text: tags stripped, blanks collapsed and trimmed. */
export function cleanText(text: string): string {
  return text
    .replace(/<[a-zA-Z/][^>]*>/g, '')
    .replace(/[\r\n\t ]+/g, ' ')
    .trim();
}

/** The slug of a name: `Café ☕ & "x"` gives `cafe-%e2%98%95-x`. */
export function createSlug(text: string): string {
  const plain = text
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-zA-Z#0-9]+;/g, '')
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase()
    .replace(/[./]/g, '-')
    .replace(/[^\w\s\u0080-\uffff-]/g, '')
    .trim()
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '');
  const slug = encodeURIComponent(plain).toLowerCase();
  return slug.slice(0, MAX_SLUG_BYTES).replace(/%[0-9a-f]?$/, '');
}

/** A stored description as a reader gets it: paragraphs and line breaks become tags. */
export function formatParagraphs(text: string): string {
  if (text.trim() === '') return '';
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => (BLOCK_TAG.test(part) ? `${part}\n` : `<p>${part.replace(/\n/g, '<br />\n')}</p>\n`))
    .join('');
}

function encodeBrackets(text: string): string {
  return text.replace(LONE_AMPERSAND, '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
