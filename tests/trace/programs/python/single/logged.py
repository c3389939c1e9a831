import logging

logging.basicConfig(format="%(asctime)s [%(levelname)s] %(name)s: %(message)s", level=logging.INFO)
log = logging.getLogger("shop.import")


def import_row(row):
    name, price = row.split(";")
    return name, float(price)


def import_file(rows):
    for row in rows:
        try:
            import_row(row)
        except Exception:
            log.exception("row could not be imported: %s", row)
        else:
            log.info("row imported")


import_file(["pen;1.5", "ink", "pad;two", "nib;3"])
