import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Order a cluster for a group, with a zone and components.',
    example: stringify({
      steps: [
        {
          id: 'order',
          name: 'Order the cluster',
          action: 'magnum:cluster:create',
          input: {
            name: 'shop-prod',
            owner: 'group:default/storefront',
            clusterTemplate: 'k8s-v1.36',
            nodeCount: 3,
            masterCount: 3,
            flavor: 'm1.medium',
            zone: 'shop-prod.example.org',
            stage: 'prod',
            components: ['cert-manager', 'ingress-nginx'],
          },
        },
      ],
    }),
  },
];
