import { AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { withAudit } from '../audit/withAudit';
import { admit } from './admit';
import { AnswerSender } from './AnswerSender';
import {
  parseIncidentsQuery,
  parseItemsQuery,
  parseSummaryQuery,
} from './parseQueries';
import { FleetRouter, RouterOptions } from './RouterOptions';

/** Adds the routes that only read what is known. Audited at the lowest level. */
export function addReadRoutes(
  router: FleetRouter,
  options: RouterOptions,
): void {
  const { view, auditor } = options;
  const sender = new AnswerSender();
  const audited = (
    event: AuditorServiceCreateEventOptions,
    action: () => Promise<void>,
  ) => withAudit({ auditor, event }, action);

  router.get('/items', async (req, res) => {
    const credentials = await admit(options, { req, route: 'list-items' });
    const query = parseItemsQuery(req.query);
    await audited(
      { eventId: 'items-fetch', request: req, meta: { ...req.query } },
      async () =>
        sender.send({
          req,
          res,
          version: await view.version(credentials, query.filter),
          make: () => view.listItems(credentials, query),
        }),
    );
  });

  router.get('/incidents', async (req, res) => {
    const credentials = await admit(options, { req, route: 'list-incidents' });
    const query = parseIncidentsQuery(req.query);
    await audited(
      { eventId: 'incidents-fetch', request: req, meta: { ...req.query } },
      async () =>
        sender.send({
          req,
          res,
          version: await view.version(credentials, query.filter),
          make: () => view.listIncidents(credentials, query),
        }),
    );
  });

  router.get('/incidents/:id', async (req, res) => {
    const credentials = await admit(options, { req, route: 'get-incident' });
    const { id } = req.params;
    const meta = { incident: id };
    await audited(
      { eventId: 'incident-fetch', request: req, meta },
      async () => {
        const incident = await view.getIncident(credentials, id);
        if (!incident) {
          throw new NotFoundError(`There is no incident "${id}"`);
        }
        res.set('cache-control', 'private, no-cache').vary('authorization');
        res.json(incident);
      },
    );
  });

  router.get('/summary', async (req, res) => {
    const credentials = await admit(options, { req, route: 'get-summary' });
    const filter = parseSummaryQuery(req.query);
    await audited(
      { eventId: 'summary-fetch', request: req, meta: { ...req.query } },
      async () =>
        sender.send({
          req,
          res,
          version: await view.version(credentials, filter),
          make: () => view.getSummary(credentials, filter),
        }),
    );
  });

  router.get('/sources', async (req, res) => {
    const credentials = await admit(options, { req, route: 'list-sources' });
    await audited({ eventId: 'sources-fetch', request: req }, async () =>
      sender.send({
        req,
        res,
        version: await view.version(credentials),
        make: () => view.listSources(credentials),
      }),
    );
  });
}
