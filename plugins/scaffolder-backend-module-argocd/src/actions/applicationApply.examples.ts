import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Deploy a folder of a repository.',
    example: stringify({
      steps: [
        {
          id: 'application',
          name: 'Write the Application',
          action: 'argocd:application:apply',
          input: {
            name: 'shop-dev',
            owner: 'group:default/storefront',
            repositoryUrl: 'https://github.com/acme/shop.git',
            path: 'deploy',
            cluster: 'dev-1',
            namespace: 'shop-dev',
          },
        },
      ],
    }),
  },
];
