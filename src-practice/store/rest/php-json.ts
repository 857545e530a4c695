const NON_ASCII = /[\u0080-\uffff]/g;

/** JSON as PHP's json_encode writes it: slashes and everything beyond ASCII escaped (woocommerce.md 5). */
export function encodePhpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(NON_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
