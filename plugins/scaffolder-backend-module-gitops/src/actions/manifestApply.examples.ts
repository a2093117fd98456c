import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Register a service: AppProject of its owner, an Application and a folder per environment.',
    example: stringify({
      steps: [
        {
          id: 'manifests',
          name: 'Write into the platform repository',
          action: 'gitops:manifest:apply',
          input: {
            service: {
              name: 'shop',
              owner: 'group:default/storefront',
              repository: 'acme/shop',
            },
            environments: [
              { name: 'dev', cluster: 'dev-1', zone: 'dev-1.example.org' },
            ],
          },
        },
      ],
    }),
  },
  {
    description: 'Propose the files of a rendered folder by a pull request.',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Open a pull request',
          action: 'gitops:manifest:apply',
          input: {
            sourcePath: 'manifests',
            targetPath: 'components/monitoring',
            mode: 'pull-request',
            message: 'Add monitoring',
          },
        },
      ],
    }),
  },
];
