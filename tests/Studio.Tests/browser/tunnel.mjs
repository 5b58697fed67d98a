// What a page passes through on its way: an own sshd with a real ssh -L, and nginx with a path prefix. Each says null where it is not installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { until, work } from './harness.mjs';

const find = name => ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin'].map(folder => join(folder, name)).find(existsSync);

const freePort = () => new Promise(done => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

const answers = port => new Promise(done => {
  const socket = connect(port, '127.0.0.1', () => { socket.destroy(); done(true); });
  socket.on('error', () => done(false));
});

function start(program, args) {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', text => { said += text; });
  return {
    listens: port => until(async () => {
      if (child.exitCode !== null) throw new Error(`${program} ended: ${said.slice(-400)}`);
      return await answers(port);
    }, `${program} does not listen: ${said.slice(-400)}`),
    end: () => new Promise(done => { if (child.exitCode !== null) done(); else { child.once('exit', done); child.kill('SIGTERM'); } }),
  };
}

/** The port on which ssh -L brings the studio's; null: there is no sshd, ssh or ssh-keygen. */
export async function tunnel(port) {
  const [sshd, ssh, keygen] = ['sshd', 'ssh', 'ssh-keygen'].map(find);
  if (!sshd || !ssh || !keygen) return null;
  const folder = join(work, 'ssh');
  mkdirSync(folder, { mode: 0o700 });
  // As root, sshd wants an empty folder of this name, which its service makes where there is one.
  if (process.getuid() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  for (const key of ['host', 'user']) spawnSync(keygen, ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, key)]);
  const [listen, local] = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'config'), [
    'ListenAddress 127.0.0.1', `Port ${listen}`, `HostKey ${folder}/host`, `PidFile ${folder}/pid`, `AuthorizedKeysFile ${folder}/user.pub`,
    'PermitRootLogin prohibit-password', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'UsePAM no', 'StrictModes no', 'AllowTcpForwarding local', '',
  ].join('\n'));
  const server = start(sshd, ['-D', '-e', '-f', join(folder, 'config')]);
  await server.listens(listen);
  const client = start(ssh, [
    '-N', '-F', 'none', '-i', join(folder, 'user'), '-o', 'IdentitiesOnly=yes', '-o', 'BatchMode=yes', '-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null',
    '-o', 'ExitOnForwardFailure=yes', '-p', String(listen), '-L', `127.0.0.1:${local}:localhost:${port}`, `${userInfo().username}@127.0.0.1`,
  ]);
  await client.listens(local);
  return { port: local, end: async () => { await client.end(); await server.end(); } };
}

/** The port on which nginx serves the studio below a path; null: there is no nginx. */
export async function prefixed(port, path) {
  const nginx = find('nginx');
  if (!nginx) return null;
  const folder = join(work, 'nginx');
  mkdirSync(folder);
  const listen = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${folder}/${kind};`).join(' ');
  // Nothing but the least: nginx buffers answers, names itself as host and speaks HTTP 1.0.
  writeFileSync(join(folder, 'nginx.conf'), `
    daemon off; master_process off; pid ${folder}/pid; error_log stderr;
    events {}
    http { access_log off; ${temporary} server { listen 127.0.0.1:${listen}; location ${path} { proxy_pass http://127.0.0.1:${port}/; } } }
  `);
  const server = start(nginx, ['-c', join(folder, 'nginx.conf'), '-e', 'stderr']);
  await server.listens(listen);
  return { port: listen, end: server.end };
}
