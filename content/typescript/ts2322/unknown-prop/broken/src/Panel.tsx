interface PanelProps {
  title: string;
}

export function Panel({ title }: PanelProps) {
  return (
    <section>
      <h2>{title}</h2>
    </section>
  );
}
