import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Names of platform components. */
export const componentsSchema = makeFieldSchema({
  output: z => z.array(z.string()),
  uiOptions: z =>
    z.object({
      components: z
        .array(
          z.object({
            name: z.string(),
            title: z.string().optional(),
            description: z.string().optional(),
          }),
        )
        .describe('What the platform has to offer'),
    }),
});
