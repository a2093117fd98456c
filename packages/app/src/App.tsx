import { createApp } from '@backstage/frontend-defaults';
import { homePlugin } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

export const app = createApp({
  features: [homePlugin, navModule, signInModule],
});
