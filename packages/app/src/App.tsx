import { createApp } from '@backstage/frontend-defaults';
import { createPageModule } from './modules/createPage';
import { docsTabModule, entityPageModule } from './modules/entityPage';
import { homePlugin } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

export const app = createApp({
  features: [
    createPageModule,
    docsTabModule,
    entityPageModule,
    homePlugin,
    navModule,
    signInModule,
  ],
});
