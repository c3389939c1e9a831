from rates import rate


async def in_currency(euros, currency):
    return f"{euros * rate(currency):.2f} {currency}"
