import { defineConfig } from 'drizzle-kit';

/** `drizzle-kit generate --config server/drizzle.config.ts` writes the next migration from the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './server/schema.ts',
  out: './server/migrations',
});
