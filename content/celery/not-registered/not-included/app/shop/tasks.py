from shop.app import app


@app.task(ignore_result=True)
def send_invoice(order):
    print(f"invoice of order {order} sent")
