import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { codeFile } from '../../files/code-file.ts';
import type { StarterPlan } from '../services/starter.ts';
import type { PreparedService } from '../services/types.ts';
import { SERVICES } from './root.ts';
import { copyFolder, type RunFolder } from './run-folder.ts';
import type { FenceMode, RunResult } from './types.ts';

/** How the services of a run are started. */
export type ServicePlan = {
  /** The command line that starts them all. */
  starter: string[];
  /** What each service's data begins with. */
  templates: Record<string, string>;
  /** Folders that the servers and the starter need. */
  folders: string[];
  /** What the program gets to find them. */
  environment: Record<string, string>;
  /** What stands for addresses of this run in recorded output. */
  paths: RunResult['paths'];
};

/** The starter and all that it imports. */
const PROGRAM = dirname(import.meta.dirname);
const STARTER = codeFile(import.meta, '../services/starter');

/**
 * Plans how each service of a run is started, and writes its files into the run's folder.
 * In a network of its own a service has its usual port, and otherwise a free one.
 */
export async function planServices(
  services: PreparedService[],
  run: RunFolder,
  mode: FenceMode,
): Promise<ServicePlan> {
  const seen = mode === 'none' ? run.services : SERVICES;
  const plan: ServicePlan = {
    starter: [
      process.execPath,
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      STARTER,
      `${seen}/plan.json`,
    ],
    folders: [dirname(process.execPath), PROGRAM, ...services.flatMap(({ folders }) => folders)],
    templates: {},
    environment: {},
    paths: services.flatMap(({ paths }) => paths),
  };
  const servers: StarterPlan = [];
  for (const service of services) {
    const folder = join(run.services, service.id);
    // In namespaces the data is copied to memory, by the script: a disk takes longer for it than a server to start.
    if (service.template && mode === 'none') await copyFolder(service.template.folder, folder);
    else await mkdir(folder);
    if (service.template) plan.templates[service.id] = service.template.folder;
    await chmod(folder, 0o700);
    const [port, ...otherPorts] = mode === 'none' ? await freePorts(3) : [service.port, 4369, 25672];
    const place = { data: `${seen}/${service.id}`, port: port!, otherPorts };
    const { command, environment = {}, files = {} } = service.server(place);
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    servers.push({
      name: `${service.id} ${service.version}`,
      protocol: service.protocol,
      port: place.port,
      folder: place.data,
      command,
      environment,
    });
    Object.assign(plan.environment, service.environment(place.port));
    if (place.port !== service.port) plan.paths.push(...addresses(place.port, service.port));
  }
  await writeFile(join(run.services, 'plan.json'), JSON.stringify(servers));
  return plan;
}

/** The forms in which programs print an address. */
function addresses(port: number, usual: number): RunResult['paths'] {
  return ['127.0.0.1:', 'localhost:', '[::1]:', '::1:', 'port ', 'port: ', 'port=', 'PORT='].map((before) => [
    `${before}${port}`,
    `${before}${usual}`,
  ]);
}

/** Ports on which nothing listens. All are held until the last is found, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
