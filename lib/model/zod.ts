/** Zod's one door: `jitless` must be set before the first schema, or Zod probes `new Function` and trips the CSP. */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
