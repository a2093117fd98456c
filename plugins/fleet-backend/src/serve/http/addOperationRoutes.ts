import { admit } from './admit';
import { FleetRouter, RouterOptions } from './RouterOptions';
import { withAudit } from '../audit/withAudit';

/** Adds the route of the small writes. */
export function addOperationRoutes(
  router: FleetRouter,
  options: RouterOptions,
): void {
  const { operations, auditor } = options;

  router.post('/items/:id/operations/:operation', async (req, res) => {
    const credentials = await admit(options, { req, route: 'run-operation' });
    const { id: item, operation } = req.params;
    const { dryRun } = req.body;
    const answer = await withAudit(
      {
        auditor,
        event: {
          eventId: 'item-operation',
          severityLevel: dryRun ? 'low' : 'medium',
          request: req,
          meta: { item, operation, dryRun: Boolean(dryRun) },
        },
        metaOf: ({ outcome }) => ({ outcome }),
      },
      () => operations.run(credentials, { item, operation, dryRun }),
    );
    res.set('cache-control', 'no-store');
    res.status(answer.outcome === 'refused' ? 409 : 200).json(answer);
  });
}
