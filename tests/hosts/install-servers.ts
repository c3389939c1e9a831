import { installDebianPackages } from '../../src/prove/debian-install.ts';

/** Installs the servers that `hosts.test.ts` asks, where this is root on Debian. None of them is started. */
process.exitCode = (await installDebianPackages(['apache2-bin', 'nginx'], console.log)) ? 0 : 1;
