# Sourced by the scripts here: folders, ports, addresses. OFFSET is added to every port.
part=magnum dir=$RUN/magnum seeds=$SHARE/magnum
port() { case $1 in keystone) echo $((5000 + ${OFFSET:-0}));; magnum) echo $((9511 + ${OFFSET:-0}));; neighbours) echo $((8999 + ${OFFSET:-0}));; esac; }
keystone=http://127.0.0.1:$(port keystone)/v3 magnum=http://127.0.0.1:$(port magnum) neighbours=http://127.0.0.1:$(port neighbours)
region=RegionOne
python=/usr/bin/python3       # Debian's: its packages are there
export PATH=/usr/bin:$PATH no_proxy=127.0.0.1,localhost NO_PROXY=127.0.0.1,localhost
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ${!OS_*}
