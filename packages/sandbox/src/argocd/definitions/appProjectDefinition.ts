import { argoDefinition } from './argoDefinition';
import { listOf, open, openWith, text, texts } from './open';

const kinds = listOf(openWith({ group: text, kind: text }, ['group', 'kind']));

/** `appprojects.argoproj.io`. */
export const appProjectDefinition = argoDefinition({
  kind: 'AppProject',
  plural: 'appprojects',
  shortNames: ['appproj', 'appprojs'],
  schema: {
    spec: openWith({
      description: text,
      sourceRepos: texts,
      destinations: listOf(
        openWith({ server: text, name: text, namespace: text }),
      ),
      clusterResourceWhitelist: kinds,
      clusterResourceBlacklist: kinds,
      namespaceResourceWhitelist: kinds,
      namespaceResourceBlacklist: kinds,
    }),
    status: open,
  },
});
