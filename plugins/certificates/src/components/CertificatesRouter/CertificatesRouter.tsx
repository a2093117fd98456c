import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { certificateRouteRef, causeRouteRef } from '../../routes';
import { CausePage } from '../CausePage';
import { CertificatePage } from '../CertificatePage';
import { CertificatesView } from '../CertificatesView';

/** The pages below `/certificates`. */
export function CertificatesRouter() {
  return (
    <Container>
      <Routes>
        <Route path="/" element={<CertificatesView />} />
        <Route path={causeRouteRef.path} element={<CausePage />} />
        <Route path={certificateRouteRef.path} element={<CertificatePage />} />
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </Container>
  );
}
