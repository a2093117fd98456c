import { Flex, Text } from '@backstage/ui';
import { useId } from 'react';
import { UpgradeDescription } from './describeUpgrade';

export interface UpgradeNotesProps {
  upgrade: UpgradeDescription;
}

/** Two lists beside each other: what changes, what stays. */
export function UpgradeNotes({ upgrade }: UpgradeNotesProps) {
  return (
    <Flex gap="6" style={{ flexWrap: 'wrap' }}>
      <Lines title="What changes" lines={upgrade.changes} />
      <Lines title="What stays" lines={upgrade.stays} />
    </Flex>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Text as="h3" id={id} variant="body-medium" weight="bold">
        {title}
      </Text>
      <ul>
        {lines.map(line => (
          <li key={line}>
            <Text>{line}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
