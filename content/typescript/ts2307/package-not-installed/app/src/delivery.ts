import { addBusinessDays, format } from 'date-fns';

/** Says when an order arrives: three working days after it was placed. */
export function deliveryDay(ordered: Date): string {
  return format(addBusinessDays(ordered, 3), 'd MMMM yyyy');
}
