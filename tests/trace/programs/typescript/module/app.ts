import { readFileSync } from 'fs';
import { parse } from 'yaml-parser';
import prices from './prices';

export const settings = parse(readFileSync('settings.yaml', 'utf8'), prices, missing);
