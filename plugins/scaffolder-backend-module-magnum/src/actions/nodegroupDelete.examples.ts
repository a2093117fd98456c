import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Delete a node group.',
    example: stringify({
      steps: [
        {
          id: 'delete',
          name: 'Delete the node group',
          action: 'magnum:nodegroup:delete',
          input: {
            cluster: '5d12f6fd-a196-4bf0-ae4c-1f639a523a52',
            name: 'large',
            confirm: 'large',
          },
        },
      ],
    }),
  },
];
