import {
  Condition,
  conditionsOf,
  KubernetesObject,
  listOf,
  recordOf,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { Edit, lastEditOf } from './lastEditOf';
import { readSolver, Solver } from './solver';

const TYPES = ['acme', 'ca', 'vault', 'selfSigned', 'venafi'];

/** What is kept of an Issuer or ClusterIssuer. */
export interface IssuerSlice {
  /** `acme`, `ca` … */
  type?: string;
  /** Of a CA, the Secret with its key pair. */
  caSecret?: string;
  solvers: Solver[];
  conditions: Condition[];
  edited?: Edit;
}

/** The slice of an Issuer or ClusterIssuer. */
export function projectIssuer(object: KubernetesObject): IssuerSlice {
  const spec = recordOf(object, 'spec');
  return {
    type: TYPES.find(type => Object.hasOwn(spec, type)),
    caSecret: textOf(object, 'spec', 'ca', 'secretName'),
    solvers: listOf(object, 'spec', 'acme', 'solvers').map(readSolver),
    conditions: conditionsOf(object),
    edited: lastEditOf(object),
  };
}
