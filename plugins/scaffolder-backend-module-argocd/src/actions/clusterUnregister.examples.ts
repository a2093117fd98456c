import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Unregister a cluster before it is deleted.',
    example: stringify({
      steps: [
        {
          id: 'unregister',
          name: 'Unregister',
          action: 'argocd:cluster:unregister',
          input: {
            name: 'shop-prod',
            owner: 'group:default/storefront',
            clusterId: '6b1f0b5c-6a7a-4a0e-9d0e-0d4f5b3f7c11',
          },
        },
      ],
    }),
  },
];
