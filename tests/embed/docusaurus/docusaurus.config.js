const guides = process.env.GUIDES_URL;

module.exports = {
  title: 'Handbook',
  url: 'https://handbook.example',
  baseUrl: '/',
  customFields: { guides },
  scripts: [{ src: `${guides}embed.js`, type: 'module' }],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
