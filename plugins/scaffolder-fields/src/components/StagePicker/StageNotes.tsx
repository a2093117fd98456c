import { Alert } from '@backstage/ui';
import { KnownCluster } from '../../fleet';

export interface StageNotesProps {
  name: string | undefined;
  environments: string[];
  /** Clusters that have the stage already. */
  holders: KnownCluster[];
}

/** An environment wants exactly one cluster: a second one stops deliveries. */
export function StageNotes({ name, environments, holders }: StageNotesProps) {
  if (!name || holders.length === 0) {
    return null;
  }
  const names = holders.map(holder => holder.name).join(', ');
  return environments.length > 0 ? (
    <Alert
      status="warning"
      icon
      role="status"
      title={`${names} has the stage ${name} already`}
      description={`${environments.join(
        ' and ',
      )} must find exactly one cluster. With a second one nothing new is set up there until one of them has another stage.`}
    />
  ) : (
    <Alert
      status="info"
      icon
      role="status"
      title={`${names} has the stage ${name} already`}
    />
  );
}
