// Written by scripts/database-types.mjs from the migrated database.
// biome-ignore lint/suspicious/noExplicitAny: stands in until the first migration is there
export type DB = Record<string, any>
