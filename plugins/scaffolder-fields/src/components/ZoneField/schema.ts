import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A DNS zone; empty for none. */
export const zoneSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      suffix: z
        .string()
        .optional()
        .describe(
          'What zones end with; by default what those of the fleet have in common',
        ),
    }),
});
