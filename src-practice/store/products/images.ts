import type { Fields } from '../rest/failure.ts';
import { RestFailure } from '../rest/failure.ts';
import { cleanText } from '../rest/text.ts';
import { toId, toRows, toText } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import type { ProductImage } from './product.ts';

const IMAGE_FILE = /\.(?:png|jpe?g|gif|webp|ico)$/i;
const UNREACHABLE_HOST = /^(?:10\.|192\.168\.|.*\.(?:example|invalid|test)$)/;
const LOOPBACK_HOST = /^(?:127\.|localhost$)/;

/**
 * Reads `images`. The real store fetches each address while the client waits; this one only judges the
 * address: reserved names and private networks cannot be reached, the loopback serves no images.
 * @throws RestFailure 400 `woocommerce_product_image_upload_error`; the whole save fails (woocommerce.md 3)
 */
export function readImages(shop: Shop, known: readonly ProductImage[], value: unknown): ProductImage[] {
  return toRows(value).map((row) => readImage(shop, known, row));
}

function readImage(shop: Shop, known: readonly ProductImage[], row: Fields): ProductImage {
  const id = toId(row.id);
  const alt = row.alt === undefined ? undefined : cleanText(toText(row.alt));
  const name = row.name === undefined ? undefined : cleanText(toText(row.name));
  if (id > 0) {
    const image = known.find((candidate) => candidate.id === id);
    if (!image) {
      const message = `#${id} is an invalid image ID.`;
      throw new RestFailure(400, 'woocommerce_product_invalid_image_id', message);
    }
    return { ...image, alt: alt ?? image.alt, name: name ?? image.name };
  }
  const file = takeFile(toText(row.src));
  const imageId = shop.state.ids.post;
  shop.state.ids.post += 1;
  return { id: imageId, createdMs: readNow(shop), file, name: name ?? file, alt: alt ?? '' };
}

function takeFile(source: string): string {
  const address = URL.canParse(source) ? new URL(source) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || UNREACHABLE_HOST.test(address.hostname)) {
    throw refuse(`Error getting remote image ${source}. Error: A valid URL was not provided.`);
  }
  const file = address.pathname.split('/').at(-1) ?? '';
  if (!IMAGE_FILE.test(file) || LOOPBACK_HOST.test(address.hostname)) {
    throw refuse('Invalid image: Sorry, you are not allowed to upload this file type.');
  }
  return file;
}

function refuse(message: string): RestFailure {
  return new RestFailure(400, 'woocommerce_product_image_upload_error', message);
}
