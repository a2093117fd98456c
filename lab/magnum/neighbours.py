"""Loopback stand-ins for what real Magnum asks of its neighbours: Glance, Nova, Neutron, Cinder,
Octavia, Heat and the etcd discovery service; plus, for each finished stack, a small TLS server that
behaves as a booted control plane node: it fetches the cluster CA from Magnum and has its own serving
certificate signed by Magnum (trust-scoped token), then answers as a minimal Kubernetes API.
Standard library and python3-cryptography only."""
import datetime
import http.server
import ipaddress
import json
import os
import re
import socket
import ssl
import threading
import time
import urllib.parse
import urllib.request
import uuid

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

HOST = '127.0.0.1'
PORT = int(os.environ['PORT'])
DELAY = float(os.environ['STACK_SECONDS'])
KEYSTONE = os.environ['KEYSTONE']
STATE = os.environ['STATE']
BASE = 'http://%s:%d' % (HOST, PORT)
NS = uuid.UUID('00000000-0000-4000-8000-000000000000')


def uid(name):
    return str(uuid.uuid5(NS, name))


IMAGES = [
    {'id': uid('fcos'), 'name': 'fedora-coreos-37', 'os_distro': 'fedora-coreos'},
    {'id': uid('ubuntu'), 'name': 'ubuntu-22.04-kube-v1.28', 'os_distro': 'ubuntu'},
    {'id': uid('nodistro'), 'name': 'no-distro-image'},
]
for i in IMAGES:
    i.update(status='active', visibility='public', container_format='bare', disk_format='qcow2',
             schema='/v2/schemas/image', size=1, min_disk=0, min_ram=0, protected=False, tags=[],
             file='/v2/images/%s/file' % i['id'], owner=None)
FLAVORS = [{'id': str(n), 'name': name, 'vcpus': c, 'ram': r, 'disk': d, 'links': [], 'swap': '',
            'OS-FLV-EXT-DATA:ephemeral': 0, 'OS-FLV-DISABLED:disabled': False,
            'os-flavor-access:is_public': True, 'rxtx_factor': 1.0}
           for n, name, c, r, d in [(1, 'm1.small', 1, 2048, 20), (2, 'm1.medium', 2, 4096, 40),
                                    (3, 'm1.large', 4, 8192, 80), (4, 'gpu.a100', 16, 131072, 200)]]
KEYPAIRS = {k: {'keypair': {'name': k, 'fingerprint': '00', 'type': 'ssh', 'id': 1,
                            'public_key': 'ssh-ed25519 AAAALAB lab@loopback'}} for k in ('lab-key', 'team-key')}
NETWORKS = [{'id': uid('public'), 'name': 'public', 'router:external': True, 'subnets': []},
            {'id': uid('private'), 'name': 'private', 'router:external': False,
             'subnets': [uid('private-subnet')]}]
SUBNETS = [{'id': uid('private-subnet'), 'name': 'private-subnet', 'cidr': '10.0.0.0/24',
            'network_id': uid('private')}]
STACKS, LOCK, LOG = {}, threading.RLock(), []


class Http(http.server.ThreadingHTTPServer):
    daemon_threads = True


def now():
    return datetime.datetime.utcnow().strftime('%Y-%m-%dT%H:%M:%SZ')


# ---------------------------------------------------------------- the emulated control plane node
def call(method, url, body=None, token=None):
    req = urllib.request.Request(url, method=method, data=None if body is None else json.dumps(body).encode(),
                                 headers={'Content-Type': 'application/json', 'Accept': 'application/json',
                                          **({'X-Auth-Token': token} if token else {})})
    with urllib.request.urlopen(req, timeout=20) as r:
        data = r.read()
        return r.headers, json.loads(data) if data else None


class Node(threading.Thread):
    """One API server of a cluster, on a loopback address of its own, port 6443."""

    def __init__(self, stack):
        super().__init__(daemon=True)
        self.stack, self.server = stack, None

    def run(self):
        p, addr = self.stack['parameters'], self.stack['address']
        try:
            hdr, _ = call('POST', p['auth_url'] + '/auth/tokens', {'auth': {
                'identity': {'methods': ['password'], 'password': {'user': {
                    'id': p['trustee_user_id'], 'password': p['trustee_password']}}},
                'scope': {'OS-TRUST:trust': {'id': p['trust_id']}}}})
            token = hdr['X-Subject-Token']
            _, ca = call('GET', '%s/certificates/%s' % (p['magnum_url'], p['cluster_uuid']), token=token)
            key = rsa.generate_private_key(65537, 2048)
            csr = (x509.CertificateSigningRequestBuilder()
                   .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, 'kubernetes')]))
                   .add_extension(x509.SubjectAlternativeName(
                       [x509.IPAddress(ipaddress.ip_address(addr)), x509.DNSName('kubernetes')]), False)
                   .sign(key, hashes.SHA256()))
            _, crt = call('POST', p['magnum_url'] + '/certificates', {
                'cluster_uuid': p['cluster_uuid'],
                'csr': csr.public_bytes(serialization.Encoding.PEM).decode()}, token=token)
            d = os.path.join(STATE, 'nodes', p['cluster_uuid'])
            os.makedirs(d, mode=0o700, exist_ok=True)
            for name, text in (('ca.pem', ca['pem']), ('node.pem', crt['pem']), ('node-key.pem', key.private_bytes(
                    serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL,
                    serialization.NoEncryption()).decode())):
                with open(os.path.join(d, name), 'w') as f:
                    f.write(text)
            ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            ctx.load_cert_chain(os.path.join(d, 'node.pem'), os.path.join(d, 'node-key.pem'))
            ctx.load_verify_locations(os.path.join(d, 'ca.pem'))
            ctx.verify_mode = ssl.CERT_OPTIONAL
            self.server = Http((addr, 6443), type('K', (Kube,), {'stack': self.stack}))
            self.server.socket = ctx.wrap_socket(self.server.socket, server_side=True)
            self.server.serve_forever()
        except Exception as e:  # shown by /_lab/stacks
            self.stack['node_error'] = repr(e)

    def stop(self):
        if self.server:
            self.server.shutdown()
            self.server.server_close()


class Kube(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    stack = None

    def log_message(self, *a):
        pass

    def reply(self, code, obj):
        data = obj.encode() if isinstance(obj, str) else json.dumps(obj).encode()
        self.send_response(code)
        self.send_header('Content-Type', 'text/plain' if isinstance(obj, str) else 'application/json')
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def status(self, code, reason, msg):
        self.reply(code, {'kind': 'Status', 'apiVersion': 'v1', 'metadata': {}, 'status': 'Failure',
                          'message': msg, 'reason': reason, 'code': code})

    def who(self):
        cert = self.connection.getpeercert()
        if cert:
            subj = [kv for rdn in cert['subject'] for kv in rdn]
            return (next((v for k, v in subj if k == 'commonName'), ''),
                    [v for k, v in subj if k == 'organizationName'])
        m = re.match(r'Bearer (\S+)$', self.headers.get('Authorization', ''))
        if m:                                      # as k8s-keystone-auth does
            try:
                req = urllib.request.Request(KEYSTONE + '/auth/tokens', headers={
                    'X-Auth-Token': m[1], 'X-Subject-Token': m[1]})
                t = json.load(urllib.request.urlopen(req, timeout=10))['token']
                return t['user']['name'], [r['name'] for r in t['roles']]
            except Exception:
                return None
        return None

    def do_GET(self):
        path = urllib.parse.urlsplit(self.path).path.rstrip('/')
        if path in ('/healthz', '/livez', '/readyz'):
            return self.reply(200, 'ok')
        who = self.who()
        if not who:
            return self.status(401, 'Unauthorized', 'Unauthorized')
        if not {'system:masters', 'member', 'admin'} & set(who[1]):
            return self.status(403, 'Forbidden', 'User "%s" cannot get path "%s"' % (who[0], path))
        tag = self.stack['parameters'].get('kube_tag') or 'v1.23.3-rancher1'
        lst = lambda kind, items: self.reply(200, {'kind': kind, 'apiVersion': 'v1',
                                                   'metadata': {'resourceVersion': '1'}, 'items': items})
        if path == '/version':
            return self.reply(200, {'major': '1', 'minor': tag.split('.')[1], 'gitVersion': tag,
                                    'platform': 'linux/amd64'})
        if path == '/api':
            return self.reply(200, {'kind': 'APIVersions', 'versions': ['v1']})
        if path == '/apis':
            return self.reply(200, {'kind': 'APIGroupList', 'apiVersion': 'v1', 'groups': []})
        if path == '/api/v1':
            return self.reply(200, {'kind': 'APIResourceList', 'groupVersion': 'v1', 'resources': [
                {'name': n, 'singularName': '', 'namespaced': ns, 'kind': k, 'verbs': ['get', 'list'],
                 'shortNames': sn} for n, ns, k, sn in [('nodes', False, 'Node', ['no']),
                                                        ('namespaces', False, 'Namespace', ['ns']),
                                                        ('pods', True, 'Pod', ['po'])]]})
        if path == '/api/v1/nodes':
            return lst('NodeList', [node_obj(self.stack, n, r, tag) for n, r in node_names(self.stack)])
        if path == '/api/v1/namespaces':
            return lst('NamespaceList', [{'metadata': {'name': n, 'uid': uid(n)}, 'status': {'phase': 'Active'}}
                                         for n in ('default', 'kube-system')])
        if path.endswith('/pods'):
            return lst('PodList', [])
        self.status(404, 'NotFound', 'the server could not find the requested resource')


def node_names(stack):
    out = [('%s-master-%d' % (stack['stack_name'], i), 'master') for i in range(count(stack, 'number_of_masters'))]
    for s in [stack] + [s for s in STACKS.values() if s['parameters'].get('existing_master_private_ip') == stack['address']
                        and not s['stack_status'].startswith('DELETE')]:
        out += [('%s-node-%d' % (s['stack_name'], i), 'worker') for i in range(count(s, 'number_of_minions'))]
    return out


def node_obj(stack, name, role, tag):
    return {'metadata': {'name': name, 'uid': uid(name), 'creationTimestamp': stack['creation_time'],
                         'labels': {'magnum.openstack.org/role': role, 'kubernetes.io/hostname': name}},
            'spec': {}, 'status': {
                'capacity': {'cpu': '2', 'memory': '4030180Ki', 'pods': '110'},
                'nodeInfo': {'kubeletVersion': tag, 'osImage': 'lab', 'containerRuntimeVersion': 'containerd://1'},
                'conditions': [{'type': 'Ready', 'status': 'True', 'reason': 'KubeletReady'}]}}


def count(stack, key):
    try:
        return int(stack['parameters'].get(key) or 0)
    except ValueError:
        return 0


# ---------------------------------------------------------------- stub Heat
def is_free(address):
    """Another lab on this machine may have clusters too."""
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind((address, 6443))
        except OSError:
            return False
    return True


def advance(stack, action, final='COMPLETE', reason=''):
    stack.update(stack_status=action + '_IN_PROGRESS', stack_status_reason='Stack %s started' % action)
    turn = stack['turn'] = object()

    def done():
        with LOCK:
            if stack['turn'] is not turn:
                return
            stack.update(stack_status='%s_%s' % (action, final), updated_time=now(),
                         stack_status_reason=reason or 'Stack %s completed successfully' % action)
        if action == 'CREATE' and final == 'COMPLETE' and stack['address'] and not stack.get('node'):
            stack['node'] = Node(stack)
            stack['node'].start()
        if action == 'DELETE' and stack.get('node'):
            stack['node'].stop()
    threading.Timer(DELAY, done).start()


def fate(name):
    """A cluster whose name starts with fail- fails to build."""
    if name.startswith('fail'):
        return 'FAILED', ('Resource CREATE failed: ResourceInError: resources.kube_minions.resources[0].'
                          'resources.kube-minion: Went to status ERROR due to "Message: No valid host was '
                          'found. , Code: 500"')
    return 'COMPLETE', ''


def stack_view(s, outputs=True):
    v = {k: s[k] for k in ('id', 'stack_name', 'stack_status', 'stack_status_reason', 'creation_time',
                           'updated_time', 'parameters')}
    v.update(links=[{'rel': 'self', 'href': '%s/heat/v1/%s/stacks/%s/%s' % (BASE, s['project'], s['stack_name'], s['id'])}],
             description='', disable_rollback=True, timeout_mins=60, tags=None)
    if outputs:
        w = ['10.0.0.%d' % (20 + i) for i in range(count(s, 'number_of_minions'))]
        m = ['10.0.0.%d' % (10 + i) for i in range(count(s, 'number_of_masters'))]
        v['outputs'] = [{'output_key': k, 'output_value': x, 'description': ''} for k, x in [
            ('api_address', s['address'] or s['parameters'].get('existing_master_private_ip')),
            ('kube_masters', m), ('kube_masters_private', m), ('kube_minions', w), ('kube_minions_private', w)]]
    return v


class Api(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *a):
        pass

    def reply(self, code, obj=None, headers=()):
        data = b'' if obj is None else obj.encode() if isinstance(obj, str) else json.dumps(obj).encode()
        self.send_response(code)
        for k, v in headers:
            self.send_header(k, v)
        self.send_header('Content-Type', 'text/plain' if isinstance(obj, str) else 'application/json')
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        LOG.append('%s %s %d' % (self.command, self.path, code))

    def go(self):
        u = urllib.parse.urlsplit(self.path)
        q = {k: v[0] for k, v in urllib.parse.parse_qs(u.query).items()}
        n = int(self.headers.get('Content-Length') or 0)
        raw = self.rfile.read(n) if n else b''
        body = json.loads(raw) if raw and raw[:1] in b'{[' else {}
        parts = [urllib.parse.unquote(x) for x in u.path.split('/') if x]
        svc, rest = (parts[0], parts[1:]) if parts else ('', [])
        fn = getattr(self, 'svc_' + svc.replace('-', '_'), None)
        if not fn:
            return self.reply(404, {'error': 'no such service'})
        if svc not in ('discovery', '_lab') and not self.headers.get('X-Auth-Token'):
            return self.reply(401, {'error': {'code': 401, 'message': 'no token'}})
        with LOCK:
            fn(rest, q, body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = go

    def svc__lab(self, rest, q, body):
        if rest == ['log']:
            return self.reply(200, LOG[-300:])
        self.reply(200, [{k: s.get(k) for k in ('id', 'stack_name', 'stack_status', 'address', 'node_error')}
                         for s in STACKS.values()])

    def svc_discovery(self, rest, q, body):
        self.reply(200, '%s/discovery/%s' % (BASE, uuid.uuid4().hex))

    def svc_glance(self, rest, q, body):
        if rest[1:2] == ['schemas']:
            return self.reply(200, {'name': 'image', 'properties': {}, 'additionalProperties': {'type': ['string', 'null', 'array', 'integer', 'boolean']}})
        if rest[1:2] == ['images']:
            if len(rest) > 2:
                hit = [i for i in IMAGES if i['id'] == rest[2]]
                return self.reply(200, hit[0]) if hit else self.reply(404, {'message': 'not found'})
            return self.reply(200, {'images': [] if 'marker' in q else [i for i in IMAGES if q.get('name') in (None, i['name'])],
                                    'schema': '/v2/schemas/images', 'first': '/v2/images'})
        self.reply(300, {'versions': [{'id': 'v2.9', 'status': 'CURRENT', 'links': [{'rel': 'self', 'href': BASE + '/glance/v2/'}]}]})

    def svc_nova(self, rest, q, body):
        rest = rest[1:]
        if rest[:1] == ['flavors']:
            if len(rest) > 1 and rest[1] != 'detail':
                hit = [f for f in FLAVORS if f['id'] == rest[1]]
                return self.reply(200, {'flavor': hit[0]}) if hit else self.reply(404, {'itemNotFound': {'code': 404, 'message': 'Flavor not found.'}})
            return self.reply(200, {'flavors': FLAVORS})
        if rest[:1] == ['os-keypairs']:
            if len(rest) > 1:
                k = KEYPAIRS.get(rest[1])
                return self.reply(200, k) if k else self.reply(404, {'itemNotFound': {'code': 404, 'message': 'Keypair not found'}})
            return self.reply(200, {'keypairs': list(KEYPAIRS.values())})
        self.reply(200, {'version': {'id': 'v2.1', 'status': 'CURRENT', 'version': '2.90', 'min_version': '2.1',
                                     'links': [{'rel': 'self', 'href': BASE + '/nova/v2.1/'}]}})

    def svc_neutron(self, rest, q, body):
        for key, rows in (('networks', NETWORKS), ('subnets', SUBNETS), ('floatingips', [])):
            if rest[1:2] == [key]:
                if len(rest) > 2:
                    hit = [r for r in rows if r['id'] == rest[2]]
                    return self.reply(200, {key[:-1]: hit[0]}) if hit else self.reply(404, {'NeutronError': {'message': 'not found'}})
                return self.reply(200, {key: [r for r in rows if all(str(r.get(k)) == v for k, v in q.items())]})
        self.reply(404, {'NeutronError': {'message': 'not found'}})

    def svc_cinder(self, rest, q, body):
        self.reply(200, {'volume_types': [{'id': uid('ssd'), 'name': 'ssd', 'is_public': True}]})

    def svc_octavia(self, rest, q, body):
        self.reply(200, {'loadbalancers': []}) if 'loadbalancers' in rest else self.reply(404, {})

    def svc_heat(self, rest, q, body):
        project, rest = rest[1], rest[3:] if rest[2:3] == ['stacks'] else None
        if rest is None:
            return self.reply(404, {'error': {'message': 'not found'}})
        if not rest:
            if self.command != 'POST':
                return self.reply(200, {'stacks': [stack_view(s, False) for s in STACKS.values() if s['project'] == project]})
            tpl = (body.get('template') or {}).get('parameters') or {}     # real Heat reports defaults too
            given = {**{k: d['default'] for k, d in tpl.items() if 'default' in d}, **(body.get('parameters') or {})}
            params = {k: v if isinstance(v, str) else '' if v is None else json.dumps(v) for k, v in given.items()}
            main = params.get('is_cluster_stack', 'true').lower() == 'true'
            sid = str(uuid.uuid4())
            used = {s['address'] for s in STACKS.values() if s['stack_status'] != 'DELETE_COMPLETE'}
            addr = next(a for a in ('127.20.%d.%d' % (i // 250, i % 250 + 1) for i in range(60000)) if a not in used and is_free(a)) if main else None
            s = STACKS[sid] = dict(id=sid, stack_name=body['stack_name'], project=project, creation_time=now(),
                                   updated_time=None, parameters=params, address=addr)
            advance(s, 'CREATE', *fate(body['stack_name']))
            return self.reply(201, {'stack': {'id': sid, 'links': stack_view(s)['links']}})
        s = STACKS.get(rest[1] if len(rest) > 1 and rest[1] in STACKS else rest[0]) or next(
            (x for x in STACKS.values() if x['stack_name'] == rest[0]), None)
        if not s:
            return self.reply(404, {'code': 404, 'title': 'Not Found', 'explanation': '', 'error': {
                'type': 'EntityNotFound', 'message': 'The Stack (%s) could not be found.' % rest[0], 'traceback': None}})
        tail = rest[2:] if len(rest) > 1 and rest[1] == s['id'] else rest[1:]
        if len(rest) == 1 and self.command == 'GET':      # as Heat: redirect to the canonical name/id path
            loc = stack_view(s)['links'][0]['href'] + ('?' + urllib.parse.urlencode(q) if q else '')
            return self.reply(302, {'code': 302}, [('Location', loc)])
        if tail[:1] == ['resources']:
            res = [{'resource_name': 'kube_minions', 'logical_resource_id': 'kube_minions', 'links': [],
                    'physical_resource_id': uid(s['id']), 'resource_type': 'OS::Heat::ResourceGroup',
                    'resource_status': s['stack_status'], 'resource_status_reason': s['stack_status_reason'],
                    'required_by': [], 'updated_time': now(),
                    'attributes': {'id': uid('secgroup'), 'fixed_network': uid('private'), 'fixed_subnet': uid('private-subnet')}}]
            if len(tail) > 1:
                return self.reply(200, {'resource': dict(res[0], resource_name=tail[1])})
            if q.get('type') or (q.get('status') == 'FAILED' and not s['stack_status'].endswith('FAILED')):
                res = []
            return self.reply(200, {'resources': res})
        if self.command in ('PATCH', 'PUT'):
            s['parameters'].update({k: v if isinstance(v, str) else json.dumps(v) for k, v in (body.get('parameters') or {}).items()})
            advance(s, 'UPDATE')
            return self.reply(202)
        if self.command == 'DELETE':
            if not s['stack_status'].startswith('DELETE'):
                advance(s, 'DELETE')
            return self.reply(204)
        self.reply(200, {'stack': stack_view(s, q.get('resolve_outputs', 'True').lower() != 'false')})


Http((HOST, PORT), Api).serve_forever()
