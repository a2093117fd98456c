import { Alert, Button, Container, Flex } from '@backstage/ui';
import type { SandboxUser } from './readSandboxUsers';

/** What went wrong, and the way back. */
export function SandboxSignInError(props: {
  user: SandboxUser;
  error?: Error;
  onBack: () => void;
}) {
  const { user, error, onBack } = props;
  // An answer of the backend is the cause of the error that says its status.
  const reason = error?.cause instanceof Error ? error.cause : error;
  // Right after the first start the catalog has not read the people yet.
  const description =
    reason?.name === 'NotFoundError'
      ? 'The catalog does not know this person yet. Try again in a few seconds.'
      : reason?.message;
  return (
    <Container py="9">
      <Flex direction="column" gap="4" align="start">
        <Alert
          status="danger"
          icon
          title={`Cannot sign in as ${user.displayName}`}
          description={description}
        />
        <Flex gap="2">
          <Button onPress={() => window.location.reload()}>Try again</Button>
          <Button variant="secondary" onPress={onBack}>
            Choose somebody else
          </Button>
        </Flex>
      </Flex>
    </Container>
  );
}
