import threading


def upload(path):
    with open(path, "rb") as file:
        return file.read()


worker = threading.Thread(target=upload, args=("/srv/data/photo.jpg",), name="uploader-3")
worker.start()
worker.join()
