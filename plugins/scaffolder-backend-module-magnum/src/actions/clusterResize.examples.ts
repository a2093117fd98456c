import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Have five nodes.',
    example: stringify({
      steps: [
        {
          id: 'resize',
          name: 'Resize the cluster',
          action: 'magnum:cluster:resize',
          input: {
            cluster: '5d12f6fd-a196-4bf0-ae4c-1f639a523a52',
            nodeCount: 5,
          },
        },
      ],
    }),
  },
];
