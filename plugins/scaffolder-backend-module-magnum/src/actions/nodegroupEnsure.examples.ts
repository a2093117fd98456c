import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Have a group of large nodes beside the others.',
    example: stringify({
      steps: [
        {
          id: 'group',
          name: 'Make the node group',
          action: 'magnum:nodegroup:ensure',
          input: {
            cluster: '5d12f6fd-a196-4bf0-ae4c-1f639a523a52',
            name: 'large',
            nodeCount: 2,
            minNodeCount: 1,
            maxNodeCount: 4,
            flavor: 'm1.large',
          },
        },
      ],
    }),
  },
];
