import fs from 'node:fs';
import path from 'node:path';

export interface DeliverToOptions {
  /** Of the service, in the platform repository. */
  folder: string;
  /** Host in dev, whose version is taken. */
  from: string;
  /** Host in prod. */
  to: string;
}

/** Writes what runs in dev down for prod, as a person would by hand. */
export function deliverTo({ folder, from, to }: DeliverToOptions): void {
  for (const part of ['base', 'version']) {
    fs.cpSync(path.join(folder, 'dev', part), path.join(folder, 'prod', part), {
      recursive: true,
    });
  }
  const dev = fs.readFileSync(
    path.join(folder, 'dev/kustomization.yaml'),
    'utf8',
  );
  fs.writeFileSync(
    path.join(folder, 'prod/kustomization.yaml'),
    dev.replaceAll(from, to).replaceAll('-dev', '-prod'),
  );
}
