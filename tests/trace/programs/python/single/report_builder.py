def build():
    for day in range(7):
    print(day)
