import express, { Express, Router } from 'express';
import { onlyOurHosts } from '../http/onlyOurHosts';
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
  app.use(onlyOurHosts(() => Number(new URL(services.url).port)));
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
