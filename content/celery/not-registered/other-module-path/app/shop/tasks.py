from shop.app import app


@app.task(ignore_result=True)
def send_reminder(order):
    print(f"reminder of order {order} sent")
