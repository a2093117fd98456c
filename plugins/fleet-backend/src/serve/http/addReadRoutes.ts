import { NotFoundError } from '@backstage/errors';
import { admit } from './admit';
import { AnswerSender } from './AnswerSender';
import {
  parseIncidentsQuery,
  parseItemsQuery,
  parseSummaryQuery,
} from './parseQueries';
import { FleetRouter, RouterOptions } from './RouterOptions';

/** Adds the routes that only read what is known. */
export function addReadRoutes(
  router: FleetRouter,
  options: RouterOptions,
): void {
  const { view } = options;
  const sender = new AnswerSender();

  router.get('/items', async (req, res) => {
    const credentials = await admit(options, { req, route: 'list-items' });
    const query = parseItemsQuery(req.query);
    await sender.send({
      req,
      res,
      version: await view.version(credentials, query.filter),
      make: () => view.listItems(credentials, query),
    });
  });

  router.get('/incidents', async (req, res) => {
    const credentials = await admit(options, { req, route: 'list-incidents' });
    const query = parseIncidentsQuery(req.query);
    await sender.send({
      req,
      res,
      version: await view.version(credentials, query.filter),
      make: () => view.listIncidents(credentials, query),
    });
  });

  router.get('/incidents/:id', async (req, res) => {
    const credentials = await admit(options, { req, route: 'get-incident' });
    const incident = await view.getIncident(credentials, req.params.id);
    if (!incident) {
      throw new NotFoundError(`There is no incident "${req.params.id}"`);
    }
    res.set('cache-control', 'private, no-cache').vary('authorization');
    res.json(incident);
  });

  router.get('/summary', async (req, res) => {
    const credentials = await admit(options, { req, route: 'get-summary' });
    const filter = parseSummaryQuery(req.query);
    await sender.send({
      req,
      res,
      version: await view.version(credentials, filter),
      make: () => view.getSummary(credentials, filter),
    });
  });

  router.get('/sources', async (req, res) => {
    const credentials = await admit(options, { req, route: 'list-sources' });
    await sender.send({
      req,
      res,
      version: await view.version(credentials),
      make: () => view.listSources(credentials),
    });
  });
}
