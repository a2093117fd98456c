import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A plain text; the template's schema says what is accepted in the end. */
export const serviceNameSchema = makeFieldSchema({
  output: z => z.string(),
});
