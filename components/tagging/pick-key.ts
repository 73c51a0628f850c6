const keys = '123456789abcdefghijklmnopqrstuvwxyz';

/** The key that picks the choice at this place: 1 to 9, then a to z; undefined beyond the 35th. */
export function keyOfChoice(index: number): string | undefined {
  return keys[index];
}

/** The place of the choice that a pressed key picks; undefined for any other key. */
export function choiceOfKey(key: string): number | undefined {
  const index = key.length === 1 ? keys.indexOf(key.toLowerCase()) : -1;
  return index < 0 ? undefined : index;
}
