import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A list of sentences. */
export const servicePlanSchema = makeFieldSchema({
  output: z => z.array(z.string()),
});
