import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Let Argo CD sync from a private repository.',
    example: stringify({
      steps: [
        {
          id: 'repository',
          name: 'Make the repository known to Argo CD',
          action: 'argocd:repository:ensure',
          input: {
            repositoryUrl: 'https://github.com/acme/shop',
            owner: 'group:default/storefront',
          },
        },
      ],
    }),
  },
];
