from app import app


@app.task(ignore_result=True)
def send_invoice(order): ...
