import { createApp } from '@backstage/frontend-defaults';
import { entityPageModule } from './modules/entityPage';
import { homePlugin } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

export const app = createApp({
  features: [entityPageModule, homePlugin, navModule, signInModule],
});
