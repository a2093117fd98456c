import { Application } from '../applications';
import { FakeHub } from './FakeHub';

/** Puts the Application shop-dev and the AppProject of its owner onto a hub. */
export function ownApplication(
  hub: FakeHub,
  status: Application['status'] = {},
  owner = 'storefront',
): Application {
  hub.put({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'team', labels: { 'slipway.dev/owner': owner } },
  });
  const application: Application = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'shop-dev', resourceVersion: '7' },
    spec: { project: 'team' },
    status,
  };
  hub.put(application);
  return application;
}
