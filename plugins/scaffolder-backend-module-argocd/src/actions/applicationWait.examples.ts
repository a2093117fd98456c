import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Wait until the first version of a service answers in dev.',
    example: stringify({
      steps: [
        {
          id: 'wait',
          name: 'Wait for dev',
          action: 'argocd:application:wait',
          input: {
            name: 'shop-dev',
            owner: 'group:default/storefront',
            kinds: ['Deployment'],
          },
        },
      ],
    }),
  },
];
