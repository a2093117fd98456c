import { STATUSES } from '@slipway/backstage-plugin-fleet-common';
import { auditRead } from './auditRead';
import { FleetActionsOptions } from './FleetActionsOptions';

/** Registers the action that lists incidents. */
export function registerListFleetIncidents(options: FleetActionsOptions): void {
  const { actionsRegistry, auditor, view } = options;
  actionsRegistry.register({
    name: 'list-fleet-incidents',
    title: 'List fleet incidents',
    description: `
Lists outages: all items that break for the same reason are one incident, with its root, the words of the evidence, what is hit, since when, and the change before it. Members that the caller may not see are only counted.

**When to use**: to answer "what is broken and why", before looking at single items. Worst first; pass \`nextCursor\` as \`cursor\` for the next page.
    `.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          domain: z
            .string()
            .optional()
            .describe('Id of a domain, for example certificates'),
          status: z
            .array(z.enum(STATUSES))
            .optional()
            .describe('Only incidents with one of these statuses'),
          state: z
            .enum(['open', 'closed', 'all'])
            .optional()
            .describe('Open ones unless said otherwise'),
          cluster: z
            .string()
            .optional()
            .describe('Fleet name of a cluster that is hit'),
          owner: z
            .string()
            .optional()
            .describe('Entity reference of a group that is hit'),
          text: z
            .string()
            .max(200)
            .optional()
            .describe('Words that must all be in the incident'),
          entityRef: z
            .string()
            .optional()
            .describe('Entity that is hit: component:default/x'),
          limit: z.coerce
            .number()
            .int()
            .min(1)
            .max(100)
            .optional()
            .describe('How many at most, 50 unless said otherwise'),
          cursor: z
            .string()
            .optional()
            .describe('nextCursor of the page before'),
        }),
      output: z =>
        z.object({
          incidents: z.array(z.any()),
          total: z.number().describe('How many match on all pages'),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { limit, cursor, ...filter } = input;
      const { revision, ...output } = await auditRead(
        {
          auditor,
          credentials,
          eventId: 'incidents-fetch',
          meta: { ...input },
        },
        () => view.listIncidents(credentials, { filter, limit, cursor }),
      );
      return { output };
    },
  });
}
