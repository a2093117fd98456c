import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { readCloudDefinitions } from './readCloudDefinitions';

type JsonObject = NonNullable<ConstructorParameters<typeof ConfigReader>[0]>;

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

describe('readCloudDefinitions', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clouds-'));
    file = join(folder, 'clouds.yaml');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function read(clouds: JsonObject[], environment = {}) {
    const config = new ConfigReader({ magnum: { clouds } });
    return readCloudDefinitions({ config, environment });
  }

  function readOne(cloud: JsonObject, environment = {}) {
    return read([{ name: 'acme', ...cloud }], environment)[0];
  }

  const auth = {
    authUrl: 'https://keystone/v3',
    username: 'slipway',
    password: 'pw',
    projectName: 'acme',
  };

  it('has no clouds when none are configured', () => {
    const config = new ConfigReader({});
    expect(readCloudDefinitions({ config, environment: {} })).toEqual([]);
  });

  it('reads a password', () => {
    expect(readOne(auth)).toEqual({
      name: 'acme',
      authUrl: 'https://keystone/v3',
      credential: {
        type: 'password',
        user: { name: 'slipway', domainId: 'default' },
        password: 'pw',
        project: { name: 'acme', domainId: 'default' },
      },
      interface: 'public',
      watchOnly: false,
    });
  });

  it('reads all there is', () => {
    writeFileSync(join(folder, 'ca.pem'), PEM);
    expect(
      readOne({
        authUrl: 'https://keystone',
        userId: 'u1',
        password: 'pw',
        projectId: 'p1',
        region: 'RegionOne',
        interface: 'internal',
        caFile: join(folder, 'ca.pem'),
        verify: false,
        microversion: '1.10',
        watchOnly: true,
      }),
    ).toEqual({
      name: 'acme',
      authUrl: 'https://keystone',
      credential: {
        type: 'password',
        user: { id: 'u1' },
        password: 'pw',
        project: { id: 'p1' },
      },
      region: 'RegionOne',
      interface: 'internal',
      ca: PEM,
      verify: false,
      microversion: '1.10',
      watchOnly: true,
    });
  });

  it.each([
    [
      { applicationCredentialId: 'a1', applicationCredentialSecret: 's' },
      {
        type: 'application-credential',
        credential: { id: 'a1' },
        secret: 's',
      },
    ],
    [
      {
        applicationCredentialName: 'app',
        applicationCredentialSecret: 's',
        username: 'slipway',
        userDomainName: 'People',
      },
      {
        type: 'application-credential',
        credential: {
          name: 'app',
          user: { name: 'slipway', domainName: 'People' },
        },
        secret: 's',
      },
    ],
    [{ token: 't\n' }, { type: 'token', token: 't' }],
    [
      { token: 't', projectName: 'acme', projectDomainId: 'd1' },
      {
        type: 'token',
        token: 't',
        project: { name: 'acme', domainId: 'd1' },
      },
    ],
  ])('reads another credential (%#)', (settings, credential) => {
    const { authUrl } = auth;
    expect(readOne({ authUrl, ...settings }).credential).toEqual(credential);
  });

  it('takes CAs as PEM and as base64 of it', () => {
    const caData = Buffer.from(PEM).toString('base64');
    expect(readOne({ ...auth, caData }).ca).toBe(PEM);
    expect(readOne({ ...auth, caData: PEM }).ca).toBe(PEM);
  });

  it.each<[JsonObject, string]>([
    [{ username: 'a' }, 'magnum.clouds[0].authUrl is missing'],
    [{ ...auth, authUrl: 'keystone:5000' }, 'authUrl is no address of http'],
    [{ ...auth, authUrl: 'https://a:b@keystone' }, 'must not have a user'],
    [{ authUrl: 'http://a' }, 'magnum.clouds[0].username is missing'],
    [{ authUrl: 'http://a', username: 'a' }, 'clouds[0].password is missing'],
    [
      { authUrl: 'http://a', username: 'a', password: 'pw' },
      'clouds[0].projectName is missing',
    ],
    [
      { authUrl: 'http://a', applicationCredentialId: 'a' },
      'clouds[0].applicationCredentialSecret is missing',
    ],
    [{ ...auth, interface: 'private' }, 'has to be one of public, internal'],
    [{ ...auth, caFile: '/nowhere' }, 'clouds[0].caFile: cannot read /nowhere'],
    [{ ...auth, caData: 'Zm9v' }, 'clouds[0].caData has no certificate in it'],
    [{ ...auth, microversion: 1.1 }, "has to be text such as '1.10'"],
    [{ ...auth, microversion: 'latest' }, "has to be text such as '1.10'"],
    [{ cloudsYaml: {} }, 'clouds[0].cloudsYaml.cloud is missing'],
    [
      { environment: true },
      'environment is true, but neither OS_AUTH_URL nor OS_CLOUD is set',
    ],
  ])('names what is wrong (%#)', (settings, words) => {
    expect(() => readOne(settings)).toThrow(words);
  });

  it('wants names, each once', () => {
    expect(() => read([auth])).toThrow('magnum.clouds[0].name');
    expect(() =>
      read([
        { name: 'a', ...auth },
        { name: 'a', ...auth },
      ]),
    ).toThrow('magnum.clouds has two clouds that are named a');
  });

  describe('with a clouds.yaml', () => {
    const yaml = `
clouds:
  production:
    auth_type: v3applicationcredential
    auth: &auth
      auth_url: https://keystone:5000/v3
      application_credential_id: a1
      application_credential_secret: 0012
    region_name: one
    interface: internalURL
    identity_api_version: 3
    verify: false
  person:
    auth:
      auth_url: https://keystone:5000/v3
      username: slipway
      tenant_name: acme
      user_domain_name: Default
      project_domain_name: Default
`;

    it('reads a cloud of it, with digits as they are written', () => {
      writeFileSync(file, yaml);
      expect(readOne({ cloudsYaml: { file, cloud: 'production' } })).toEqual({
        name: 'acme',
        authUrl: 'https://keystone:5000/v3',
        credential: {
          type: 'application-credential',
          credential: { id: 'a1' },
          secret: '0012',
        },
        region: 'one',
        interface: 'internal',
        verify: false,
        watchOnly: false,
      });
    });

    it('finds it by the environment, and the secrets beside it', () => {
      writeFileSync(file, yaml);
      writeFileSync(
        join(folder, 'secure.yaml'),
        'clouds: {person: {auth: {password: pw}}}',
      );
      const environment = {
        OS_CLIENT_CONFIG_FILE: file,
        OS_CLOUD: 'person',
      };
      const credential = {
        type: 'password',
        user: { name: 'slipway', domainName: 'Default' },
        password: 'pw',
        project: { name: 'acme', domainName: 'Default' },
      };
      expect(readOne({ cloudsYaml: {} }, environment)).toMatchObject({
        credential,
      });
      expect(readOne({ environment: true }, environment)).toMatchObject({
        credential,
      });
    });

    it('lets app-config have the last word', () => {
      writeFileSync(file, yaml);
      expect(
        readOne({
          cloudsYaml: { file, cloud: 'production' },
          region: 'two',
          interface: 'public',
          verify: true,
        }),
      ).toMatchObject({ region: 'two', interface: 'public', verify: true });
    });

    it.each([
      [yaml, 'other', "has no cloud 'other', only production, person"],
      [yaml, 'person', 'clouds.person.auth.password of '],
      ['clouds: {a: {identity_api_version: 2}}', 'a', 'only 3 is supported'],
      [
        'clouds: {a: {auth_type: v3kerberos, auth: {auth_url: http://a}}}',
        'a',
        "is 'v3kerberos': supported are password, v3password",
      ],
      ['', 'a', "has no cloud 'a', only nothing"],
    ])('names what is wrong (%#)', (text, cloud, words) => {
      writeFileSync(file, text);
      expect(() => readOne({ cloudsYaml: { file, cloud } })).toThrow(words);
    });

    it('does not quote it when it is broken', () => {
      writeFileSync(file, 'clouds:\n  a: "songbird\n b: - songbird: {');
      let words = '';
      try {
        readOne({ cloudsYaml: { file, cloud: 'a' } });
      } catch (error) {
        words = String(error);
      }
      expect(words).toMatch(/clouds.yaml is no valid YAML: line \d+, [A-Z_]+$/);
    });

    it('says when it is not there', () => {
      expect(() => readOne({ cloudsYaml: { file, cloud: 'a' } })).toThrow(
        `Cannot read ${file}: ENOENT`,
      );
    });
  });

  describe('with the environment', () => {
    const environment = {
      OS_AUTH_URL: 'https://keystone:5000',
      OS_AUTH_TYPE: '',
      OS_USERNAME: 'slipway',
      OS_PASSWORD: 'pw',
      OS_PROJECT_NAME: 'acme',
      OS_PROJECT_ID: '',
      OS_USER_DOMAIN_NAME: 'Default',
      OS_PROJECT_DOMAIN_ID: 'default',
      OS_REGION_NAME: 'one',
      OS_INTERFACE: 'internal',
    };

    it('reads it when it is told to', () => {
      expect(readOne({ environment: true }, environment)).toEqual({
        name: 'acme',
        authUrl: 'https://keystone:5000',
        credential: {
          type: 'password',
          user: { name: 'slipway', domainName: 'Default' },
          password: 'pw',
          project: { name: 'acme', domainId: 'default' },
        },
        region: 'one',
        interface: 'internal',
        watchOnly: false,
      });
      expect(() => readOne({}, environment)).toThrow('authUrl is missing');
    });

    it('names the variable that is missing', () => {
      expect(() =>
        readOne({ environment: true }, { ...environment, OS_PASSWORD: '' }),
      ).toThrow('OS_PASSWORD is missing');
    });
  });
});
