from app import app


@app.task
def send_invoice(order):
    return f"invoice of order {order} sent"
