import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A whole number; the template's schema has the bounds. */
export const nodeCountSchema = makeFieldSchema({ output: z => z.number() });
