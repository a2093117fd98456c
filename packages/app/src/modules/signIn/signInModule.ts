import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

/** A picker of people in the sandbox, GitHub everywhere else. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: () =>
          import('./SlipwaySignInPage').then(m => m.SlipwaySignInPage),
      },
    }),
  ],
});
