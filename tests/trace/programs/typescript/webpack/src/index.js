import { total } from './total';
import './styles.css';

console.log(total([1, 2]));
