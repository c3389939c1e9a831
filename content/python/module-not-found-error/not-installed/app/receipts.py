from jinja2 import Template

RECEIPT = Template(
    "Order {{ number }}\n"
    "{% for name, count, price in lines %}{{ count }} x {{ name }}, {{ price }} each\n{% endfor %}"
)


def receipt(number, lines):
    return RECEIPT.render(number=number, lines=lines)
