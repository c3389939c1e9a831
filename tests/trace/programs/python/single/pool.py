from multiprocessing import Pool


def ratio(pair):
    return pair[0] / pair[1]


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.map(ratio, [(4, 2), (1, 0)])
