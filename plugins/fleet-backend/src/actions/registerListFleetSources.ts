import { auditRead } from './auditRead';
import { FleetActionsOptions } from './FleetActionsOptions';

/** Registers the action that lists sources. */
export function registerListFleetSources(options: FleetActionsOptions): void {
  const { actionsRegistry, auditor, view } = options;
  actionsRegistry.register({
    name: 'list-fleet-sources',
    title: 'List fleet sources',
    description: `
Lists the clusters and other places that the fleet watches: whether they answer, how old what is known of them is, and which resources may not be read.

**When to use**: to know which clusters there are, and before concluding from other answers that something does not exist.
    `.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object({}),
      output: z => z.object({ sources: z.array(z.any()) }),
    },
    action: async ({ credentials }) => {
      const { sources } = await auditRead(
        { auditor, credentials, eventId: 'sources-fetch' },
        () => view.listSources(credentials),
      );
      return { output: { sources } };
    },
  });
}
