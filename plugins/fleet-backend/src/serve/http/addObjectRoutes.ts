import { NotFoundError } from '@backstage/errors';
import { admit } from './admit';
import { FleetRouter, RouterOptions } from './RouterOptions';
import { withAudit } from '../audit/withAudit';

/** Adds the routes that show one thing with all its words. */
export function addObjectRoutes(
  router: FleetRouter,
  options: RouterOptions,
): void {
  const { view, objects, auditor } = options;

  router.get('/items/:id', async (req, res) => {
    const credentials = await admit(options, { req, route: 'get-item' });
    const { id } = req.params;
    const detail = await withAudit(
      {
        auditor,
        event: { eventId: 'item-fetch', request: req, meta: { item: id } },
      },
      async () => {
        const found = await view.getItem(credentials, id);
        if (!found) {
          throw new NotFoundError(`There is no item "${id}"`);
        }
        return found;
      },
    );
    // Rows that change nothing of the item may change its chain and events: the
    // ETag is that of the content.
    res.set('cache-control', 'private, no-cache').vary('authorization');
    res.json(detail);
  });

  router.get('/objects', async (req, res) => {
    const credentials = await admit(options, { req, route: 'get-object' });
    const request = req.query;
    const gone = new AbortController();
    res.once('close', () => gone.abort());
    const object = await withAudit(
      {
        auditor,
        event: {
          eventId: 'object-fetch',
          request: req,
          meta: { ...request },
        },
      },
      () => objects.read({ credentials, request, signal: gone.signal }),
    );
    res.set('cache-control', 'no-store').json(object);
  });
}
