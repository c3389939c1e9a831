import { Panel } from './Panel.js';

export function OrderPage({ orders }: { orders: string[] }) {
  return (
    <Panel title="Open orders">
      <ul>
        {orders.map((order) => (
          <li key={order}>{order}</li>
        ))}
      </ul>
    </Panel>
  );
}
