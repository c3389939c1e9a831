import { adoptStyles } from './adopt-styles.ts';
import styles from '../styles/search.css?inline';

// Pages without a box or a list of their own do not have the styles of results.
adoptStyles(styles);
