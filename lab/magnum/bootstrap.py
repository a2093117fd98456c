"""Fills a freshly bootstrapped Keystone: service users, catalog, demo project, users and roles."""
import os

from keystoneauth1 import session
from keystoneauth1.identity import v3
from keystoneclient.v3 import client

e = os.environ
ks_url = e['KEYSTONE']
neighbours = e['NEIGHBOURS']
auth = v3.Password(auth_url=ks_url, username='admin', password=e['ADMIN_PASSWORD'],
                   project_name='admin', user_domain_id='default', project_domain_id='default')
ks = client.Client(session=session.Session(auth=auth))
roles = {r.name: r for r in ks.roles.list()}           # admin, member, reader from bootstrap

service = ks.projects.create('service', 'default')
magnum = ks.users.create('magnum', domain='default', password=e['SERVICE_PASSWORD'])
ks.roles.grant(roles['admin'], user=magnum, project=service)

trustee = ks.domains.create('magnum', description='trustee domain')
tadmin = ks.users.create('magnum_domain_admin', domain=trustee, password=e['SERVICE_PASSWORD'])
ks.roles.grant(roles['admin'], user=tadmin, domain=trustee)

catalog = {
    'container-infra': ('magnum', e['MAGNUM']),
    'image': ('glance', neighbours + '/glance'),
    'compute': ('nova', neighbours + '/nova/v2.1'),
    'network': ('neutron', neighbours + '/neutron'),
    'block-storage': ('cinder', neighbours + '/cinder/v3/$(project_id)s'),
    'orchestration': ('heat', neighbours + '/heat/v1/$(project_id)s'),
    'load-balancer': ('octavia', neighbours + '/octavia'),
}
for typ, (name, url) in catalog.items():
    s = ks.services.create(name, type=typ)
    for iface in ('public', 'internal', 'admin'):
        ks.endpoints.create(s, url, interface=iface, region=e['REGION'])

for proj in ('demo', 'other'):
    p = ks.projects.create(proj, 'default')
    for user, role in (('%s-member', 'member'), ('%s-reader', 'reader')):
        u = ks.users.create(user % proj, domain='default', password=e['USER_PASSWORD'])
        ks.roles.grant(roles[role], user=u, project=p)
    ks.roles.grant(roles['admin'], user=auth.get_user_id(ks.session), project=p)
