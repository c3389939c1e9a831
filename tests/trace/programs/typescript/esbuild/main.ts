import { show } from './show';
import lodash from 'lodash-es-missing';

show(lodash.sum([1, 2]));
