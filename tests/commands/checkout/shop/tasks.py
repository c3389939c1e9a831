def export():
    raise RuntimeError("no printer")
