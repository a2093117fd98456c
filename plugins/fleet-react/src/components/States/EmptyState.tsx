import { Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';

/**
 * What {@link EmptyState} says.
 *
 * @public
 */
export interface EmptyStateProps {
  /** What there is none of. */
  title: string;
  /** What will appear here, and how to make it happen. */
  description: ReactNode;
  /** A button or a link to the next step. */
  action?: ReactNode;
}

/**
 * Says what will appear where nothing is yet.
 *
 * @public
 */
export function EmptyState(props: EmptyStateProps) {
  return (
    <Flex direction="column" align="start" gap="2" p="4">
      <Text as="h3" variant="title-x-small">
        {props.title}
      </Text>
      <Text as="p" color="secondary">
        {props.description}
      </Text>
      {props.action}
    </Flex>
  );
}
