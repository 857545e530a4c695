/** Whether what was pasted is a code and nothing that says which merchant it is for (`readPastedCode` in the engine). */
export function isCodeAlone(text: string): boolean {
  const typed = text.trim();
  return typed !== '' && !typed.includes('merchant_id=') && !/\s/.test(typed);
}
