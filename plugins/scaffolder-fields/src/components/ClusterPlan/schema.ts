import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A list of sentences, for the review. */
export const clusterPlanSchema = makeFieldSchema({
  output: z => z.array(z.string()),
});
