import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Name of a cluster template, or its uuid where the name is not unique. */
export const clusterTemplateSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      newerThanCluster: z
        .string()
        .optional()
        .describe(
          'Field of the form with the uuid of a cluster: only what that can be upgraded to',
        ),
    }),
});
