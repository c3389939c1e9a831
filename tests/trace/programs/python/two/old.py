# -*- coding: utf-8 -*-
import urllib2


class FetchError(Exception):
    pass


def fetch(url):
    try:
        return urllib2.urlopen(url).read()
    except urllib2.URLError as problem:
        raise FetchError(u'could not fetch %s: %s' % (url, problem.reason))


fetch('http://127.0.0.1:1/prices')
