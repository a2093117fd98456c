import { argoDefinition } from './argoDefinition';
import { listOf, open, openWith, text, texts } from './open';

const source = openWith(
  { repoURL: text, path: text, targetRevision: text, chart: text },
  ['repoURL'],
);

/** `applications.argoproj.io`; without a status subresource, as in Argo CD. */
export const applicationDefinition = argoDefinition({
  kind: 'Application',
  plural: 'applications',
  shortNames: ['app', 'apps'],
  printerColumns: [
    { name: 'Sync Status', type: 'string', jsonPath: '.status.sync.status' },
    {
      name: 'Health Status',
      type: 'string',
      jsonPath: '.status.health.status',
    },
    {
      name: 'Revision',
      type: 'string',
      jsonPath: '.status.sync.revision',
      priority: 10,
    },
    {
      name: 'Project',
      type: 'string',
      jsonPath: '.spec.project',
      priority: 10,
    },
  ],
  schema: {
    operation: open,
    spec: openWith(
      {
        project: text,
        source,
        sources: listOf(source),
        destination: openWith({ server: text, name: text, namespace: text }),
        syncPolicy: openWith({ automated: open, syncOptions: texts }),
        revisionHistoryLimit: { type: 'integer', format: 'int64' },
      },
      ['destination', 'project'],
    ),
    status: open,
  },
});
