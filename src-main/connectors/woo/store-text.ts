import { decodeHTMLStrict } from 'entities';
import { compile } from 'html-to-text';

/** WooCommerce answers names with `&`, `<` and more as entities (woocommerce.md 3); most have none. */
export const decodeText = (text: string): string => (text.includes('&') ? decodeHTMLStrict(text) : text);

/**
 * Writes plain text as the HTML the store keeps. Encoded by us nothing is taken for a tag and cut out, and an
 * `&amp;` that is meant literally comes back as it is; encoding twice changes nothing there.
 */
export const encodeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Compiled once, for a shop has one description a product; and at the first of them, for the start need not wait. */
const readConverter = makeOnce(() =>
  compile({
    wordwrap: false,
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { ignoreHref: true } },
      ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  }),
);

/** A description as plain text: paragraphs become lines, tags and pictures go. */
export const readPlainText = (html: string): string =>
  (/[<&]/.test(html) ? readConverter()(html) : html).trim();

function makeOnce<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
