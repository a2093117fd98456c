import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Sync an Application that does not sync by itself.',
    example: stringify({
      steps: [
        {
          id: 'sync',
          name: 'Sync',
          action: 'argocd:application:sync',
          input: { name: 'shop-dev', owner: 'group:default/storefront' },
        },
      ],
    }),
  },
];
