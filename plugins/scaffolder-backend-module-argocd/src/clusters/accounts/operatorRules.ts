import { PolicyRule } from './PolicyRule';

/** Exactly what the operations of the fleet's domains write, and read before. */
export const operatorRules: PolicyRule[] = [
  {
    apiGroups: ['cert-manager.io'],
    resources: ['certificates'],
    verbs: ['get'],
  },
  {
    apiGroups: ['cert-manager.io'],
    resources: ['certificates/status'],
    verbs: ['update'],
  },
  {
    apiGroups: ['argoproj.io'],
    resources: ['applications'],
    verbs: ['get', 'patch'],
  },
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'statefulsets', 'daemonsets'],
    verbs: ['get', 'patch'],
  },
];
