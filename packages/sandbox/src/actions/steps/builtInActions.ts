import { buildPush } from './buildPush';
import { checkout } from './checkout';
import { dockerLogin } from './dockerLogin';
import { setupNode } from './setupNode';
import { BuiltInAction } from './types';

/** The actions of other people that the sandbox can do itself. */
export const builtInActions = new Map<string, BuiltInAction>([
  ['actions/checkout', checkout],
  ['actions/setup-node', setupNode],
  ['docker/login-action', dockerLogin],
  ['docker/build-push-action', buildPush],
]);
