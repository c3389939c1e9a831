import { prüfe } from './größe.js';

[12].forEach((zahl) => prüfe(zahl));
