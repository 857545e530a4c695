/** The EU, the rest of the EEA, the United Kingdom and Switzerland, whose laws are alike (clover.md 8). */
const EUROPE = new Set(
  'AT BE BG CH CY CZ DE DK EE EL ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  ),
);

/** Whether nothing of a customer is kept there without leave (features.md F14). @param country ISO 3166 alpha-2 */
export const isInEurope = (country: string): boolean => EUROPE.has(country.toUpperCase());
