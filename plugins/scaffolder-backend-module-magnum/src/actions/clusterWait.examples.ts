import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Wait until a cluster is made.',
    example: stringify({
      steps: [
        {
          id: 'wait',
          name: 'Wait for the cluster',
          action: 'magnum:cluster:wait',
          input: {
            cloud: 'acme',
            clusterId: '5d12f6fd-a196-4bf0-ae4c-1f639a523a52',
          },
        },
      ],
    }),
  },
];
