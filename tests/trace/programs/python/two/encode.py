# -*- coding: utf-8 -*-


def write(name):
    return name.encode('ascii')


write(u'gr\xf6\xdfe')
