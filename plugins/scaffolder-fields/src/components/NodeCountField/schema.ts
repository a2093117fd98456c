import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A whole number; the template's schema has the bounds. */
export const nodeCountSchema = makeFieldSchema({
  output: z => z.number(),
  uiOptions: z =>
    z.object({
      defaultGroup: z
        .boolean()
        .optional()
        .describe(
          'While the form names no node group the number is that of the group that was made with the cluster',
        ),
    }),
});
