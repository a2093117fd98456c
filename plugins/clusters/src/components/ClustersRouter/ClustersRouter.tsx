import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { causeRouteRef, clusterRouteRef } from '../../routes';
import { CausePage } from '../CausePage';
import { ClusterPage } from '../ClusterPage';
import { ClustersView } from '../ClustersView';

/** The pages below `/clusters`. */
export function ClustersRouter() {
  return (
    <Container>
      <Routes>
        <Route path="/" element={<ClustersView />} />
        <Route path={causeRouteRef.path} element={<CausePage />} />
        <Route path={clusterRouteRef.path} element={<ClusterPage />} />
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </Container>
  );
}
