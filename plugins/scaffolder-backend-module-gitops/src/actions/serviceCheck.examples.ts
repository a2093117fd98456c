import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Check everything before the first change.',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Check name, owner and permission',
          action: 'gitops:service:check',
          input: {
            name: 'shop',
            owner: 'group:default/storefront',
            repoUrl: 'github.com?owner=acme&repo=shop',
          },
        },
      ],
    }),
  },
];
