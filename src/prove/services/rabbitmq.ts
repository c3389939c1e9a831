import { readdir } from 'node:fs/promises';
import { fits } from './program.ts';
import type { Service } from './types.ts';

const LIBRARY = '/usr/lib/rabbitmq/lib';

/** RabbitMQ, as Debian has it: the user "guest" and the virtual host "/". */
export const rabbitmq: Service = {
  debianPackages: () => ['rabbitmq-server'],
  async prepare(wanted) {
    // Asking the server itself starts Erlang. Its folder has the version in its name.
    const installed = await readdir(LIBRARY).catch(() => []);
    const version = installed.map((name) => /^rabbitmq_server-(\d[\d.]*)$/.exec(name)?.[1]).find(Boolean);
    if (!version) return { missing: `no RabbitMQ was found in ${LIBRARY}` };
    if (!fits(version, wanted)) return { missing: `RabbitMQ ${wanted} was not found, only ${version}` };
    return {
      id: 'rabbitmq',
      version,
      port: 5672,
      environment: (port) => ({ AMQP_URL: `amqp://guest:guest@127.0.0.1:${port}//` }),
      paths: [],
      folders: [],
      server: ({ data, port, otherPorts: [epmd, distribution] }) => ({
        // The program of the same name in /usr/sbin wants to be root.
        command: [`${LIBRARY}/rabbitmq_server-${version}/sbin/rabbitmq-server`],
        environment: {
          HOME: data,
          RABBITMQ_BASE: data,
          RABBITMQ_CONFIG_FILE: `${data}/rabbitmq.conf`,
          RABBITMQ_CONF_ENV_FILE: `${data}/rabbitmq-env.conf`,
          RABBITMQ_ENABLED_PLUGINS_FILE: `${data}/enabled_plugins`,
          RABBITMQ_LOG_BASE: `${data}/log`,
          RABBITMQ_LOGS: '-',
          RABBITMQ_MNESIA_BASE: `${data}/mnesia`,
          RABBITMQ_NODENAME: 'rabbit@localhost',
          RABBITMQ_PID_FILE: `${data}/pid`,
          ERL_EPMD_ADDRESS: '127.0.0.1',
          ERL_EPMD_PORT: `${epmd}`,
          RABBITMQ_DIST_PORT: `${distribution}`,
        },
        files: {
          'rabbitmq.conf': `listeners.tcp.local = 127.0.0.1:${port}\nvm_memory_high_watermark.absolute = 512MB\ndisk_free_limit.absolute = 1MB\n`,
          'rabbitmq-env.conf': '',
          enabled_plugins: '[].\n',
        },
      }),
      protocol: 'amqp',
    };
  },
};
