import { NotFoundError } from '@backstage/errors';
import { auditRead } from './auditRead';
import { FleetActionsOptions } from './FleetActionsOptions';

/** Registers the action that gets one item. */
export function registerGetFleetItem(options: FleetActionsOptions): void {
  const { actionsRegistry, auditor, view } = options;
  actionsRegistry.register({
    name: 'get-fleet-item',
    title: 'Get fleet item',
    description: `
Gets one item of the fleet with its diagnosis: the chain of evidence in the objects' own words, events, what was changed before, how its status went, and what can be done.

**When to use**: after \`list-fleet-items\` or \`list-fleet-incidents\` gave the id, to explain why something is broken and how to repair it.
    `.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          id: z
            .string()
            .describe('domain/cluster/namespace/name, as lists give it'),
        }),
      output: z =>
        z.object({
          item: z.any().describe('The item with its finding'),
          chain: z.array(z.any()).describe('Evidence, step by step'),
          events: z.array(z.any()),
          changes: z.array(z.any()).describe('What was changed, newest first'),
          timeline: z.array(z.any()).describe('Statuses, newest first'),
          remedies: z.array(z.any()).describe('What can be done'),
          incident: z.any().optional(),
          source: z.any().describe('How old what is known is'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { id } = input;
      const event = { eventId: 'item-fetch', meta: { item: id } };
      return auditRead({ auditor, credentials, ...event }, async () => {
        const detail = await view.getItem(credentials, id);
        if (!detail) {
          throw new NotFoundError(`There is no item "${id}"`);
        }
        const { revision, ...output } = detail;
        return { output };
      });
    },
  });
}
