import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** What the picker returns, and the options of Backstage's own that it knows. */
export const repositorySchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      allowedHosts: z
        .array(z.string())
        .optional()
        .describe('Hosts to choose from; by default those in configuration'),
      allowedOwners: z
        .array(z.string())
        .optional()
        .describe('Organisations to choose from; by default any'),
      ownerLabel: z.string().optional(),
      repoLabel: z.string().optional(),
    }),
});
