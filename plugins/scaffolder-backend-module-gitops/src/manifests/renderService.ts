import { ManifestFile } from '../apply';
import { renderApplication } from './renderApplication';
import { renderCodeowners } from './renderCodeowners';
import { renderEnvironment } from './renderEnvironment';
import { renderProject } from './renderProject';
import { ServiceManifestOptions } from './ServiceManifestOptions';
import { renderServiceRecord } from './serviceRecord';

/** Everything that the platform repository holds of a service before its first version. */
export function renderService(options: ServiceManifestOptions): ManifestFile[] {
  const { service, platform } = options;
  return [
    renderServiceRecord(service),
    renderCodeowners(options),
    renderProject(options),
    ...options.environments.flatMap(environment => [
      renderApplication({ service, environment, platform }),
      ...renderEnvironment({ service, environment, platform }),
    ]),
  ];
}
