# Starts the three servers on the loopback address, with their data beside this file.
set -e
here=$(pwd)
export PATH=$PATH:$(echo /usr/lib/postgresql/*/bin):/usr/sbin
mkdir -p pg my re run
if command -v initdb > /dev/null; then
  chmod 755 "$here" "$(dirname "$here")"
  chown postgres pg run
  su postgres -c "$(command -v initdb) -D $here/pg -U shop -A trust -E UTF8 --no-locale" > /dev/null
  printf 'host all shop 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\nlocal all all trust\n' > pg/pg_hba.conf
  su postgres -c "$(command -v pg_ctl) -D $here/pg -w -l $here/run/pg.log -o '-p 47641 -h 127.0.0.1 -k $here/run' start" > /dev/null
  psql -q -h 127.0.0.1 -p 47641 -U shop -d postgres -c 'CREATE DATABASE shop'
  psql -q -h 127.0.0.1 -p 47641 -U shop -d shop -f psql/schema.sql
fi
if command -v mariadbd > /dev/null; then
  mariadb-install-db --user=root --datadir="$here/my" --auth-root-authentication-method=normal > /dev/null 2>&1
  mariadbd --no-defaults --user=root --datadir="$here/my" --bind-address=127.0.0.1 --port=47642 --socket="$here/run/my.sock" --pid-file="$here/run/my.pid" > run/my.log 2>&1 &
  for i in $(seq 60); do mariadb --no-defaults -u root -S "$here/run/my.sock" -e 'SELECT 1' > /dev/null 2>&1 && break; sleep 0.5; done
  mariadb --no-defaults -u root -S "$here/run/my.sock" < mysql/schema.sql
fi
if command -v redis-server > /dev/null; then
  redis-server --port 47643 --bind 127.0.0.1 --dir "$here/re" --daemonize yes --pidfile "$here/run/re.pid" --logfile "$here/run/re.log"
  redis-server --port 47644 --bind 127.0.0.1 --dir "$here/re" --daemonize yes --pidfile "$here/run/re2.pid" --requirepass secret --save '' --logfile "$here/run/re2.log"
fi
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check -r requirements.txt
cd nodepg && npm install --silent --no-audit --no-fund --ignore-scripts
