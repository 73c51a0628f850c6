/** A value that is made when it is first asked for: most pages need few of the lists and patterns of this folder. */
export function onFirstUse<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
