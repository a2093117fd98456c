import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Let a team deploy one repository to one namespace.',
    example: stringify({
      steps: [
        {
          id: 'project',
          name: 'Write the AppProject',
          action: 'argocd:project:apply',
          input: {
            owner: 'group:default/storefront',
            sourceRepos: ['https://github.com/acme/shop.git'],
            destinations: [{ cluster: 'dev-1', namespace: 'shop-dev' }],
          },
        },
      ],
    }),
  },
];
