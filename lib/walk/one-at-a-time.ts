/** Lets one call run at a time; who comes meanwhile is refused at once. */
export function oneAtATime<A extends unknown[], R>(work: (...args: A) => Promise<R>, refuse: () => R) {
  let busy = false;
  return async (...args: A): Promise<R> => {
    if (busy) return refuse();
    busy = true;
    try {
      return await work(...args);
    } finally {
      busy = false;
    }
  };
}
