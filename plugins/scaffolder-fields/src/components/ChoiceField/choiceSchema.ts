import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The id of what was chosen. */
export const choiceSchema = makeFieldSchema({ output: z => z.string() });
