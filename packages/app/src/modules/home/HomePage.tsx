import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Box, Container, Grid, Header } from '@backstage/ui';
import { RiAddCircleLine, RiBookOpenLine, RiStackLine } from '@remixicon/react';
import { OwnedServices } from './OwnedServices';
import { catalogRouteRef, docsRouteRef, templatesRouteRef } from './routes';
import { TryCard } from './TryCard';

/** Says what to try first and lists what one's teams own. */
export function HomePage() {
  const catalog = useRouteRef(catalogRouteRef);
  const templates = useRouteRef(templatesRouteRef);
  const docs = useRouteRef(docsRouteRef);

  return (
    <>
      <Header
        title="Welcome to Slipway"
        description="From a git push to a running service: create it once, then only push. It is built, deployed and published under a hostname with a certificate."
      />
      <Container>
        <Grid.Root columns={{ initial: '1', md: '3' }} gap="4">
          {templates && (
            <TryCard
              icon={<RiAddCircleLine />}
              title="Create a service"
              text="Choose a template and fill in one form: you get a repository, a pipeline and an address that answers."
              href={templates()}
            />
          )}
          {catalog && (
            <TryCard
              icon={<RiStackLine />}
              title="Look at what runs"
              text="The catalog knows every service, who owns it, and on its Kubernetes tab what its pods are doing."
              href={catalog()}
            />
          )}
          {docs && (
            <TryCard
              icon={<RiBookOpenLine />}
              title="Read the docs"
              text="Every service brings its documentation from its own repository."
              href={docs()}
            />
          )}
        </Grid.Root>
        <Box mt="4">
          <OwnedServices />
        </Box>
      </Container>
    </>
  );
}
