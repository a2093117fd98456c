import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Offer a newer Kubernetes.',
    example: stringify({
      steps: [
        {
          id: 'template',
          name: 'Make the cluster template',
          action: 'magnum:cluster-template:ensure',
          input: {
            name: 'k8s-v1.36.2',
            image: 'ubuntu-kube-v1.36.2',
            externalNetwork: 'public',
            flavor: 'm1.medium',
            masterFlavor: 'm1.medium',
            networkDriver: 'calico',
            masterLoadBalancer: true,
            labels: { kube_tag: 'v1.36.2' },
          },
        },
      ],
    }),
  },
];
