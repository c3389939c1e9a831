export interface Parcel {
  order: number;
  service: 'standard' | 'express';
}

export function parcelsOf(orders: { id: number; total: number }[]): Parcel[] {
  const parcels = orders.map(({ id, total }) => ({
    order: id,
    service: total >= 50 ? 'express' : 'standard',
  }));
  return parcels.sort((a, b) => a.order - b.order);
}
