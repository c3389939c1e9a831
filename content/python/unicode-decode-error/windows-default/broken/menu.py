def dishes(path):
    with open(path) as file:
        return file.read().splitlines()
