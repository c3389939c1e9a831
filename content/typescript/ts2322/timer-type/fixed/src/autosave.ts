let timer: ReturnType<typeof setTimeout> | undefined;

export function saveLater(save: () => void, milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(save, milliseconds);
}
