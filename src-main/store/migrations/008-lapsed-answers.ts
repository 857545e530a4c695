/** A person's answer that a newer value overtook, as JSON: it is shown until they answer again. */
export const LAPSED_ANSWERS = `
ALTER TABLE conflict ADD COLUMN lapsed TEXT;
`;
