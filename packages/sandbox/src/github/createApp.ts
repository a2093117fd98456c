import express, {
  Express,
  NextFunction,
  Request,
  Response,
  Router,
} from 'express';
import { StateFolder } from '../state/StateFolder';
import { createApi } from './api/createApi';
import { graphqlRoutes } from './api/routes/graphql';
import { Git } from './git/Git';
import { createGitRoutes } from './git/createGitRoutes';
import { Services } from './Services';
import { Sessions } from './web/createSessions';
import { createPages } from './web/createPages';

export interface CreateAppOptions {
  services: Services;
  state: StateFolder;
  git: Git;
  /** API routes of other rooms. */
  api: Router;
  /** Pages of other rooms. */
  web: Router;
  sessions: Sessions;
  credentialsFile: string | undefined;
}

/** Everything that answers on the one port. */
export function createApp(options: CreateAppOptions): Express {
  const { services, state, git, api, web, sessions } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(onlyOurHosts(services));
  app.use('/api/v3', createApi(services, api));
  app.use('/api/graphql', graphqlRoutes(services));
  app.use(createGitRoutes({ ...services, state, git }));
  app.use(
    createPages({
      services,
      sessions,
      others: web,
      credentialsFile: options.credentialsFile,
    }),
  );
  return app;
}

// A web page elsewhere that resolves its own name to this machine must not be
// able to talk to us.
function onlyOurHosts(services: Services) {
  const { port } = new URL(services.url);
  const allowed = [`localhost:${port}`, `127.0.0.1:${port}`];
  return (req: Request, res: Response, next: NextFunction) => {
    if (allowed.includes(req.headers.host ?? '')) {
      next();
    } else {
      res
        .status(421)
        .type('text/plain')
        .send(`This server answers as ${allowed.join(' and ')} only.\n`);
    }
  };
}
