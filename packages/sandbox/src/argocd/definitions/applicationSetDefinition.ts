import { argoDefinition } from './argoDefinition';
import { listOf, open, openWith, texts } from './open';

/** `applicationsets.argoproj.io`. */
export const applicationSetDefinition = argoDefinition({
  kind: 'ApplicationSet',
  plural: 'applicationsets',
  shortNames: ['appset', 'appsets'],
  statusSubresource: true,
  schema: {
    spec: openWith(
      {
        goTemplate: { type: 'boolean' },
        goTemplateOptions: texts,
        generators: listOf(open),
        template: openWith({ metadata: open, spec: open }, [
          'metadata',
          'spec',
        ]),
        syncPolicy: openWith({
          preserveResourcesOnDeletion: { type: 'boolean' },
        }),
      },
      ['generators', 'template'],
    ),
    status: open,
  },
});
