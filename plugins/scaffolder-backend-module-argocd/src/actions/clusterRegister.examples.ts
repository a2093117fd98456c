import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Register a cluster that was made by the step "create".',
    example: stringify({
      steps: [
        {
          id: 'register',
          name: 'Register',
          action: 'argocd:cluster:register',
          input: {
            name: '${{ steps.create.output.name }}',
            owner: '${{ steps.create.output.owner }}',
            cloud: '${{ steps.create.output.cloud }}',
            clusterId: '${{ steps.create.output.clusterId }}',
            zone: '${{ steps.create.output.zone }}',
            stage: '${{ steps.create.output.stage }}',
            components: '${{ steps.create.output.components }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Look at the hub before a cluster is ordered.',
    example: stringify({
      steps: [
        {
          id: 'look',
          name: 'Look at the hub',
          action: 'argocd:cluster:register',
          input: {
            name: 'shop-prod',
            owner: 'group:default/storefront',
            cloud: 'acme',
            planOnly: true,
          },
        },
      ],
    }),
  },
  {
    description:
      'Register a cluster whose API is behind a proxy, with a reader of Secrets and an account for operations, and renew the tokens.',
    example: stringify({
      steps: [
        {
          id: 'register',
          name: 'Register',
          action: 'argocd:cluster:register',
          input: {
            name: 'shop-prod',
            owner: 'group:default/storefront',
            clusterId: '6b1f0b5c-6a7a-4a0e-9d0e-0d4f5b3f7c11',
            stage: 'prod',
            operator: true,
            secretsReader: true,
            proxyUrl: 'http://proxy.example.org:3128',
            rotate: true,
          },
        },
      ],
    }),
  },
];
