import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Delete a cluster.',
    example: stringify({
      steps: [
        {
          id: 'delete',
          name: 'Delete the cluster',
          action: 'magnum:cluster:delete',
          input: {
            cluster: '5d12f6fd-a196-4bf0-ae4c-1f639a523a52',
            confirm: 'shop-prod',
          },
        },
      ],
    }),
  },
];
