import { render, screen } from '@testing-library/react';
import { app } from './App';

describe('App', () => {
  it('asks in the sandbox who one wants to be', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Slipway', baseUrl: 'http://localhost:7007' },
            backend: { baseUrl: 'http://localhost:7007' },
            auth: {
              providers: {
                sandbox: {
                  users: [
                    {
                      name: 'developer',
                      displayName: 'Dana Developer',
                      role: 'Builds services',
                      team: 'Storefront',
                    },
                  ],
                },
              },
            },
          },
          context: 'test',
        },
      ] as unknown as string,
    };

    render(app.createRoot());

    await expect(
      screen.findByRole('button', { name: 'Sign in as Dana Developer' }),
    ).resolves.toBeInTheDocument();
  });
});
