/** What people cannot do just then they leave: the till and the store refuse in their own words. @returns null then */
export function tryDeed<T>(deed: () => T): T | null {
  try {
    return deed();
  } catch (error) {
    if (error instanceof Error && 'status' in error) return null;
    throw error;
  }
}
