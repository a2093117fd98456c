import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Delete an Application and what it deployed.',
    example: stringify({
      steps: [
        {
          id: 'delete',
          name: 'Delete',
          action: 'argocd:application:delete',
          input: {
            name: 'shop-dev',
            confirm: 'shop-dev',
            owner: 'group:default/storefront',
          },
        },
      ],
    }),
  },
];
