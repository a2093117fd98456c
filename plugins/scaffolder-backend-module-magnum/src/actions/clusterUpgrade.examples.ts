import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Upgrade a cluster, two nodes at a time.',
    example: stringify({
      steps: [
        {
          id: 'upgrade',
          name: 'Upgrade the cluster',
          action: 'magnum:cluster:upgrade',
          input: {
            cluster: '5d12f6fd-a196-4bf0-ae4c-1f639a523a52',
            clusterTemplate: 'k8s-v1.36',
            maxBatchSize: 2,
          },
        },
      ],
    }),
  },
];
