type Options = { server: { port: number; tls?: { key: string } } };

function start(options: Options): void {
  void options;
}

const settings = { server: { port: '80', tls: { key: 1 } } };
start(settings);
