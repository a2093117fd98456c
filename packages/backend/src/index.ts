import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
backend.add(import('@slipway/backstage-plugin-auth-backend-module-sandbox'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@slipway/backstage-plugin-permission-backend-module-slipway'),
);

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-events-backend-module-github'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-github'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@slipway/backstage-plugin-catalog-backend-module-magnum'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-workspace-database'),
);
backend.add(
  import('@slipway/backstage-plugin-scaffolder-backend-module-argocd'),
);
backend.add(
  import('@slipway/backstage-plugin-scaffolder-backend-module-gitops'),
);
backend.add(
  import('@slipway/backstage-plugin-scaffolder-backend-module-magnum'),
);

backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(
  import('@slipway/backstage-plugin-techdocs-backend-module-markdown'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('./search'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

backend.add(import('@slipway/backstage-plugin-fleet-backend'));
backend.add(
  import('@slipway/backstage-plugin-fleet-backend-module-certificates'),
);
backend.add(import('@slipway/backstage-plugin-fleet-backend-module-clusters'));

backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(
  import('@slipway/backstage-plugin-kubernetes-backend-module-fleet'),
);
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// A backend without one of its plugins would stay up, and nobody would restart it.
backend.start().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
