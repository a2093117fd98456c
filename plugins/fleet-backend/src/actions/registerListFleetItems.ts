import { STATUSES } from '@slipway/backstage-plugin-fleet-common';
import { auditRead } from './auditRead';
import { FleetActionsOptions } from './FleetActionsOptions';

/** Registers the action that lists items. */
export function registerListFleetItems(options: FleetActionsOptions): void {
  const { actionsRegistry, auditor, view } = options;
  actionsRegistry.register({
    name: 'list-fleet-items',
    title: 'List fleet items',
    description: `
Lists what runs on the clusters (for example certificates) with its status and diagnosis, as far as the caller may see it.

**When to use**: to find what is broken, at risk or expiring, of a service, a team, a namespace or a cluster. For all evidence of one item use \`get-fleet-item\`, for outages use \`list-fleet-incidents\`.

Statuses, worst first: failing, degraded, at-risk, unknown, progressing, healthy. Results are sorted worst first and paged: pass \`nextCursor\` as \`cursor\` for the next page. \`counts\` tells how many there are of each status.
    `.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          domain: z
            .string()
            .optional()
            .describe('Id of a domain, for example certificates'),
          cluster: z.string().optional().describe('Fleet name of a cluster'),
          namespace: z.string().optional().describe('Name of a namespace'),
          owner: z
            .string()
            .optional()
            .describe('Entity reference of a group: group:default/name'),
          status: z
            .array(z.enum(STATUSES))
            .optional()
            .describe('Only items with one of these statuses'),
          cause: z
            .string()
            .optional()
            .describe('Code of a cause, as findings have it'),
          service: z.string().optional().describe('Name of a service'),
          environment: z.string().optional().describe('Name of an environment'),
          text: z
            .string()
            .max(200)
            .optional()
            .describe('Words that must all be in the names or the finding'),
          entityRef: z
            .string()
            .optional()
            .describe('Entity whose items are asked for: component:default/x'),
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
          items: z.array(z.any()).describe('Items with status and finding'),
          total: z.number().describe('How many match on all pages'),
          counts: z.record(z.number()).describe('How many by status'),
          nextCursor: z.string().optional(),
          sources: z.array(z.any()).describe('How old what is known is'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { limit, cursor, ...filter } = input;
      const { revision, ...output } = await auditRead(
        { auditor, credentials, eventId: 'items-fetch', meta: { ...input } },
        () => view.listItems(credentials, { filter, limit, cursor }),
      );
      return { output };
    },
  });
}
