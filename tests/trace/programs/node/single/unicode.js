function größe(wert) {
  if (wert > 10) throw new RangeError(`Größe ${wert} ist zu groß – 数量が多すぎます 🚫`);
}

größe(12);
