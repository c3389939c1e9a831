class UngültigeGröße(ValueError):
    pass


def prüfe(größe):
    if größe > 10:
        raise UngültigeGröße(f"Größe {größe} ist zu groß: erwartet ≤ 10 – 数量が多すぎます 🚫")


prüfe(12)
