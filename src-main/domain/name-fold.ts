/** Case and white space folded: what counts as the same name, SKU or barcode. */
export function foldText(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Also without accents and punctuation: the words by which names are called similar. */
export function splitWords(name: string): string[] {
  return foldText(name)
    .replace(/[’'`]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '' && word !== '.');
}
