import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Find out where a new service will run.',
    example: stringify({
      steps: [
        {
          id: 'resolve',
          name: 'Look at the clusters',
          action: 'argocd:environment:resolve',
          input: {
            name: 'shop',
            owner: 'group:default/storefront',
            repository: 'acme/shop',
          },
        },
      ],
    }),
  },
];
