import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Wait for the first version of a service in dev.',
    example: stringify({
      steps: [
        {
          id: 'delivery',
          name: 'Wait for the first build',
          action: 'gitops:delivery:wait',
          input: {
            name: 'shop',
            owner: 'group:default/storefront',
            repositoryUrl: 'https://github.com/acme/shop',
            environment: 'dev',
          },
        },
      ],
    }),
  },
];
