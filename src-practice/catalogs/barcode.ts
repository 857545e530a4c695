/**
 * Barcodes with a right check digit out of the ranges GS1 keeps for use inside a shop (EAN 20-29,
 * UPC number system 4), so that no practice item carries a real product's number.
 */
const EAN_SHOP_PREFIX = '21';
const UPC_SHOP_PREFIX = '4';

/** An EAN-13 for the shop's article number, 0 to 9,999,999,999. */
export function createEan13(articleNumber: number): string {
  return appendCheckDigit(EAN_SHOP_PREFIX + String(articleNumber).padStart(10, '0'));
}

/** A UPC-A (12 digits) for the shop's article number, 0 to 9,999,999,999. */
export function createUpcA(articleNumber: number): string {
  return appendCheckDigit(UPC_SHOP_PREFIX + String(articleNumber).padStart(10, '0'));
}

/** True for an EAN-13, UPC-A or EAN-8 whose check digit is right. */
export function isValidBarcode(code: string): boolean {
  return /^(\d{8}|\d{12}|\d{13})$/.test(code) && appendCheckDigit(code.slice(0, -1)) === code;
}

/** GS1's rule: digits weigh 3, 1, 3, 1... from the right; the check digit fills up to the next ten. */
function appendCheckDigit(digits: string): string {
  let sum = 0;
  let weight = 3;
  for (let position = digits.length - 1; position >= 0; position -= 1) {
    sum += Number(digits[position]) * weight;
    weight = 4 - weight;
  }
  return digits + String((10 - (sum % 10)) % 10);
}
